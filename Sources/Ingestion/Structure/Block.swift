/// One paragraph or line as a source shows it, before anyone asks what it is.
struct Block: Equatable, Sendable {
    /// Trimmed, never empty, without line breaks.
    var text: String
    /// Stands in the middle of the line.
    var isCentred = false
    /// Set in bold from its first character to its last.
    var isBold = false
    /// 1 through 6 for a heading marked as one; 0 otherwise.
    var headingLevel = 0
    /// Marked as the title by its class (`MsoTitle`) or as `h1`.
    var isTitle = false
    /// A row of a table, cells separated by one ideographic space.
    var isTableRow = false
}
