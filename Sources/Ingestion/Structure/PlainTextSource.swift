/// Tells plain text from the forms that must be taken apart.
public enum PlainTextSource {
    /// The text in UTF-8, where the bytes hold plain text or Markdown; nil where they hold a page, a document of another
    /// form, or no text.
    public static func text(_ bytes: [UInt8]) -> String? {
        guard bytes.count <= IngestionLimits.fileBytes, FileSignature(bytes) == nil, !MailMessage.isSavedPage(bytes),
            let text = try? TextDecoder.utf8(bytes) else {
            return nil
        }
        switch DocumentFormat(utf8: text, source: "") {
        case .plainText, .markdown: return String(decoding: text, as: UTF8.self)
        default: return nil
        }
    }
}
