/// Why a query cannot be read, and where. Nothing was searched.
public struct QuerySyntaxError: Error, Equatable, Sendable {
    public enum Reason: Equatable, Sendable {
        /// A quotation mark or bracket that nothing closes.
        case notClosed(String)
        /// A closing bracket that nothing opened.
        case notOpened(String)
        /// Nothing to search for on one side of |, NEAR or -, or between brackets.
        case missingOperand(String)
        /// NEAR joins words and phrases, not groups.
        case notNearable
        /// No field of this name; `known` are those there are.
        case unknownField(String, known: [String])
        /// Field, value, and what it may be.
        case badValue(field: String, value: String, allowed: [String])
        /// Conditions on fields stand beside the words, not inside brackets or beside |.
        case fieldInside(String)
        case tooManyTerms(limit: Int)
        case tooDeep(limit: Int)
    }

    public let reason: Reason
    /// Where it stands in the query, in Unicode scalars from 0.
    public let place: Int
}
