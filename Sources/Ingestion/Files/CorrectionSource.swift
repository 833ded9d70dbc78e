/// Reads the file of corrections that a person keeps beside the sources.
public enum CorrectionSource {
    /// Its bytes as they are.
    public static func bytes(of path: String) throws(IngestionError) -> [UInt8] { try FileBytes.read(path) }
}
