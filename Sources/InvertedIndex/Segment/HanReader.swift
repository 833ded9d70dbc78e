internal import TextAnalysis

/// Folds and cuts the text of a unit in one pass, where all its characters are of the basic plane.
///
/// Nearly all characters are Han, or part of no token, and fold to one: what such a character stands for is looked up at once. The
/// others are folded one by one. What comes of it is what ``Folding`` and ``CharacterClass`` make of the text.
struct HanReader: Sendable {
    /// The characters of the text that was read last, and how many they are.
    private var characters: [UInt16] = []
    private var count = 0
    /// For each character the code of the Han it folds to, 0 where it ends a run, or ``unknown``.
    private var meanings = [UInt16](repeating: unknown, count: 0x1_0000)
    private var word: [UInt32] = []
    /// Whether a character was met for which there was no code any more; what was written since is useless.
    private(set) var hasOverflown = false

    /// Not met yet, or not to be told in one number.
    private static let unknown = UInt16.max

    /// Takes a text apart, and returns how many scalars it folds to at most; nil where a character is not of the basic plane.
    mutating func read(_ text: String) -> Int? {
        let room = text.utf8.count
        if characters.count < room { characters = [UInt16](repeating: 0, count: room * 2) }
        // Safety: there is room for as many characters as the text has bytes.
        let found = unsafe characters.withUnsafeMutableBufferPointer { characters in
            unsafe characters.baseAddress.map { unsafe BasicPlaneText.read(text, into: $0) } ?? 0
        }
        guard let found else { return nil }
        count = found
        return found * Folding.longest
    }

    /// Writes the codes of the text that was read. Each word goes to `words`.
    ///
    /// - Precondition: the chunk has room for a code for each scalar that the text folds to, and one more.
    mutating func append(to chunk: inout HanChunk, _ alphabet: SharedAlphabet, _ words: (ArraySlice<UInt32>) -> Void) {
        unsafe chunk.write { memory, end in
            guard let memory = memory.baseAddress else { return end }
            var output = unsafe RunWriter(memory: memory, end: end)
            var place = 0
            while true {
                unsafe skim(&place, &output)
                guard place < count else { break }
                unsafe readClosely(&place, &output, alphabet, words)
            }
            unsafe output.append(0)
            return unsafe output.end
        }
    }

    /// The same for a text that has been folded, whatever its characters.
    mutating func append(
        folded: Span<UInt32>, to chunk: inout HanChunk, _ alphabet: SharedAlphabet, _ words: (ArraySlice<UInt32>) -> Void
    ) {
        unsafe chunk.write { memory, end in
            guard let memory = memory.baseAddress else { return end }
            var output = unsafe RunWriter(memory: memory, end: end)
            for index in folded.indices { unsafe take(folded[index], &output, alphabet, words) }
            endWord(words)
            unsafe output.append(0)
            return unsafe output.end
        }
    }

    /// Goes on to the first character of unknown meaning.
    @unsafe private func skim(_ place: inout Int, _ output: inout RunWriter) {
        unsafe characters.withUnsafeBufferPointer { characters in
            unsafe meanings.withUnsafeBufferPointer { meanings in
                // Safety: the text has `count` characters, and there is a meaning for each that is possible.
                var writer = unsafe output
                while place < count {
                    let meaning = unsafe meanings[Int(characters[place])]
                    if meaning == Self.unknown { break }
                    unsafe writer.append(meaning)
                    place &+= 1
                }
                unsafe output = unsafe writer
            }
        }
    }

    /// Folds characters until one has been read that is part of no word.
    @unsafe private mutating func readClosely(
        _ place: inout Int, _ output: inout RunWriter, _ alphabet: SharedAlphabet, _ words: (ArraySlice<UInt32>) -> Void
    ) {
        repeat {
            let character = characters[place]
            place += 1
            if let scalar = Folding.single(UInt32(character)) {
                unsafe take(scalar, &output, alphabet, words)
                // What ends a run, and what goes on with one, does so wherever it stands.
                switch CharacterClass.of(scalar) {
                case .han: meanings[Int(character)] = code(of: scalar, alphabet)
                case .other: meanings[Int(character)] = 0
                case .word: break
                }
            } else {
                for scalar in Folding.fold(UInt32(character)) { unsafe take(scalar, &output, alphabet, words) }
            }
        } while place < count && !word.isEmpty
        if place == count { endWord(words) }
    }

    @unsafe private mutating func take(
        _ scalar: UInt32, _ output: inout RunWriter, _ alphabet: SharedAlphabet, _ words: (ArraySlice<UInt32>) -> Void
    ) {
        switch CharacterClass.of(scalar) {
        case .word:
            unsafe output.append(0)
            word.append(scalar)
        case .han:
            endWord(words)
            unsafe output.append(code(of: scalar, alphabet))
        case .other:
            endWord(words)
            unsafe output.append(0)
        }
    }

    private mutating func code(of scalar: UInt32, _ alphabet: SharedAlphabet) -> UInt16 {
        if let code = alphabet.code(of: scalar) { return code }
        hasOverflown = true
        return 0
    }

    private mutating func endWord(_ words: (ArraySlice<UInt32>) -> Void) {
        guard !word.isEmpty else { return }
        words(word[...])
        word.removeAll(keepingCapacity: true)
    }
}

/// Writes codes of runs one after the other.
///
/// Safety: behind `end` there is room for what is appended.
@unsafe private struct RunWriter {
    let memory: UnsafeMutablePointer<UInt16>
    private(set) var end: Int
    private var previous: UInt16 = 0

    init(memory: UnsafeMutablePointer<UInt16>, end: Int) {
        unsafe self.memory = unsafe memory
        unsafe self.end = end
    }

    /// A code; or 0, which ends a run where there is one to end. No branch hangs on which it is.
    @inline(__always)
    mutating func append(_ code: UInt16) {
        unsafe memory[end] = code
        unsafe end &+= code | previous != 0 ? 1 : 0
        unsafe previous = code
    }
}
