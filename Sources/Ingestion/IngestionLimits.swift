/// Bounds on what is read, so that a hostile file costs little and never the run.
public enum IngestionLimits {
    /// Largest file in bytes: the longest law with all its annexes is under 3 MB.
    public static let fileBytes = 64 << 20
    /// Longest page or XML document in bytes: its tree takes some ten times as much memory.
    public static let markupBytes = 16 << 20
    /// Archives inside archives, and messages inside messages.
    public static let archiveDepth = 4
    /// Files in one archive, with those of the archives in it.
    public static let archiveEntries = 200_000
    /// What one file may unpack to, with all archives in it.
    public static let unpackedBytes = 2 << 30
    /// How many times its own size a file may unpack to, beyond ``unratedBytes``. Pages of one portal reach 40.
    public static let unpackingRatio = 120
    static let unratedBytes = 32 << 20
    /// How long a program such as pdftotext may take.
    public static let programSeconds = 60
    /// Deepest nesting of elements. libxml2 stops at 256 (`xmlParserMaxDepth`); real pages stay under 60.
    public static let elementDepth = 256
    /// Most provisions of one document; the Civil Code has 1,260.
    public static let provisions = 200_000
    /// Files that are joined to one page as its annexes.
    static let attachments = 50
    /// Folders inside folders that a walk follows.
    public static let folderDepth = 64
    /// One control character among so many bytes is a slip of a text, more are binary data.
    static let bytesPerControlCharacter = 200
    /// So many control characters are a slip in a text of any length.
    static let strayControlCharacters = 16
    /// Where a text has neither articles nor numbered sections, paragraphs are put together up to so many characters.
    static let paragraphGroupCharacters = 400
}
