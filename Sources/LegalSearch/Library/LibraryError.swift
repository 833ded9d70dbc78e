public import Ingestion
public import InvertedIndex

/// Why a library could not be opened or changed. What was committed before is untouched.
public enum LibraryError: Error, Equatable, Sendable {
    case index(IndexError)
    /// What the user named as a source cannot be read at all.
    case source(IngestionError)
    /// No file gave a document; the reasons, one a file.
    case nothingRead([IngestionError])
    /// A line of the synonym file beside the index that is none; lines count from 1.
    case malformedSynonyms(file: String, line: Int, text: String)
    /// A line of the file of short forms beside the index that is none; lines count from 1.
    case malformedShortForms(file: String, line: Int, text: String)
}

/// Why a search has no answer.
public enum SearchError: Error, Equatable, Sendable {
    /// Lengths in Unicode scalars.
    case queryTooLong(characters: Int, limit: Int)
    /// No letter, digit or Han character to search for, and no filter.
    case nothingToSearch(query: String)
    case limitOutOfRange(Int, allowed: ClosedRange<Int>)
    case offsetOutOfRange(Int, allowed: ClosedRange<Int>)
    case index(IndexError)
    case syntax(QuerySyntaxError)
    /// Stopped: the request's time was over, or nobody waits for the answer any more.
    case tookTooLong
}

extension LibraryError {
    /// The file of the index at fault, where one is.
    public var indexFile: String? {
        if case .index(let error) = self { error.file } else { nil }
    }
}

extension SearchError {
    /// The file of the index at fault, where one is.
    public var indexFile: String? {
        if case .index(let error) = self { error.file } else { nil }
    }
}
