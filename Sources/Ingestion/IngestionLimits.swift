/// Bounds on what is read, so that a hostile file costs little and never the run.
public enum IngestionLimits {
    /// Largest file in bytes: the longest law with all its annexes is under 3 MB.
    public static let fileBytes = 64 << 20
    /// Deepest nesting of elements. libxml2 stops at 256 (`xmlParserMaxDepth`); real pages stay under 60.
    public static let elementDepth = 256
    /// Most provisions of one document; the Civil Code has 1,260.
    public static let provisions = 200_000
    /// Folders inside folders that a walk follows.
    public static let folderDepth = 64
    /// One control character among so many bytes is a slip of a text, more are binary data.
    static let bytesPerControlCharacter = 200
    /// So many control characters are a slip in a text of any length.
    static let strayControlCharacters = 16
    /// Where a text has neither articles nor numbered sections, paragraphs are put together up to so many characters.
    static let paragraphGroupCharacters = 400
}
