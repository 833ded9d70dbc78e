/// Texts of a few characters, the first of which are much commoner than the last, so that some terms are in most units and some
/// in few.
enum RandomText {
    private static let characters = Array("法条行政复议机关人民府的在不是部门管理监督")

    /// - Parameter marks: one of them stands behind one character in `share`.
    static func text(
        _ length: Int, marks: [String] = ["，"], oneIn share: Int = 12, _ generator: inout SeededGenerator
    ) -> String {
        var text = ""
        for _ in 0..<length {
            let spread = Double.random(in: 0..<1, using: &generator)
            text.append(characters[Int(spread * spread * spread * Double(characters.count))])
            if Int.random(in: 0..<share, using: &generator) == 0 {
                text.append(marks.count == 1 ? marks[0] : marks.randomElement(using: &generator) ?? "")
            }
        }
        return text
    }
}
