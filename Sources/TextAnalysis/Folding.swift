/// Folds text so that spellings a reader takes for the same become the same scalars.
///
///     Folding.append("第２３條　【行政復議】——", to: &scalars)    // 第23条 (行政复议)-
///
/// | Spelling                                       | Folds to                                |
/// |------------------------------------------------|-----------------------------------------|
/// | full width, circled, ligatures, compatibility  | their NFKD decomposition: ２ → 2, ㈠ → (一) |
/// | upper case                                     | Unicode full case folding               |
/// | traditional Han and known variants             | simplified: 條 → 条, 帐 → 账              |
/// | brackets 〔［【（, quotes, dashes, dots, ○       | one of each class: ( " - · . 〇          |
/// | zero-width, format and control characters      | nothing                                 |
/// | a run of blanks, of dashes, of ellipses        | one U+0020, one -, one …                |
///
/// Apart from the runs a fold looks at one scalar only, so the same phrase folds alike wherever it stands,
/// and folding folded text changes nothing. The tables are written by `Tools/fold-tables.py`.
public enum Folding {
    /// Stands in every index; raise it when any fold changes.
    public static let version = 1

    /// Appends the folded scalars of `text`. Runs of blanks (line breaks, U+3000, U+00A0 included) become one U+0020.
    ///
    /// Runs are joined within `text`, never with what `output` already holds, so a text folds alike wherever it is appended.
    ///
    /// - Complexity: O(*n*) in bytes of UTF-8, amortised over calls that append to the same array.
    public static func append(_ text: String, to output: inout [UInt32]) {
        FoldScan.scan(text) { scalar, _ in output.append(scalar) }
    }

    /// Appends the folds of a text given as the values of its scalars, as ``append(_:to:)`` does for a string.
    public static func append(scalars: [UInt32], to output: inout [UInt32]) {
        FoldScan.scan(scalars) { scalar, _ in output.append(scalar) }
    }

    /// The fold of one scalar without context: empty, one scalar or several.
    public static func fold(_ scalar: UInt32) -> [UInt32] {
        let table = FoldTable.shared
        let entry = table.entry(of: scalar)
        return switch entry.kind {
        case .scalar, .joining: [entry.scalar]
        case .dropped: []
        case .expansion: Array(table.expansions[entry.expansion])
        }
    }

    /// The fold of one scalar where that is one scalar.
    package static func single(_ scalar: UInt32) -> UInt32? {
        let entry = FoldTable.shared.entry(of: scalar)
        return entry.kind == .scalar || entry.kind == .joining ? entry.scalar : nil
    }

    /// Scalars that one scalar folds to at most.
    package static let longest = FoldTable.shared.longestFold

    /// Whether a run of this folded scalar becomes one: blank, dash, ellipsis.
    @inlinable
    package static func joinsRuns(_ scalar: UInt32) -> Bool {
        scalar == 0x20 || scalar == 0x2D || scalar == 0x2026
    }
}
