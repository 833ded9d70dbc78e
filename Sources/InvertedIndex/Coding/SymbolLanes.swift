internal import TextAnalysis

/// Codes many texts, six at a time in lock step.
///
/// Texts with characters beyond the basic plane, which are few, are left to ``SymbolEncoder``, which says what is right for all.
package struct SymbolLanes {
    private var encoder: SymbolEncoder
    private var batch = LaneBatch()

    package init(_ encoder: SymbolEncoder) { self.encoder = encoder }

    /// Appends the codes of texts one after the other, and calls `body` with the writer before each.
    package mutating func append(_ all: [String], to writer: inout ByteWriter, _ body: (borrowing ByteWriter) -> Void) {
        var next = 0
        while next < all.count {
            var number = next
            batch.read(all, &next)
            batch.code(by: encoder.trie)
            batch.forEachText { code in
                body(writer)
                if let code { writer.append(code) } else { encoder.append(all[number], to: &writer) }
                number += 1
            }
        }
    }
}

/// Texts that are coded together.
///
/// Following a trie is waiting: each step's load hangs on what the one before found. Six texts wait for one another's loads
/// instead, and no step hangs on a branch that cannot be foretold.
struct LaneBatch {
    /// The characters of the texts, each text ended by a NUL.
    private var characters: [UInt16] = []
    /// The code of each text at four times the place of its characters.
    private var coded: [UInt8] = []
    private var texts: [LaneText] = []

    /// Characters of a batch: what is read and written then stays near.
    private static let size = 1 << 15

    init() {}

    /// Texts ended by a NUL each.
    init(_ texts: [UInt16]) {
        characters = texts
        coded = [UInt8](repeating: 0, count: texts.count * 4 + 2)
        var start = 0
        for place in texts.indices where texts[place] == 0 {
            self.texts.append(LaneText(start: start, count: place - start))
            start = place + 1
        }
    }

    /// Reads texts as long as there is room, at least one.
    mutating func read(_ all: [String], _ next: inout Int) {
        texts.removeAll(keepingCapacity: true)
        let room = max(Self.size, all[next].utf8.count + 1)
        if characters.count < room {
            characters = [UInt16](repeating: 0, count: room)
            coded = [UInt8](repeating: 0, count: room * 4 + 2)
        }
        var used = 0
        unsafe characters.withUnsafeMutableBufferPointer { characters in
            while next < all.count {
                let text = all[next]
                guard used + text.utf8.count < characters.count else { break }
                // Safety: there is room for as many characters as the text has bytes, and for the NUL.
                if let count = unsafe BasicPlaneText.read(text, into: characters.baseAddress! + used) {
                    unsafe characters[used + count] = 0
                    texts.append(LaneText(start: used, count: count))
                    used += count + 1
                } else {
                    texts.append(LaneText(start: used, count: nil))
                }
                next += 1
            }
        }
    }

    mutating func code(by trie: SymbolTrie) {
        for index in texts.indices { texts[index].codeLength = nil }
        unsafe characters.withUnsafeBufferPointer { characters in
            unsafe coded.withUnsafeMutableBufferPointer { coded in
                unsafe texts.withUnsafeMutableBufferPointer { texts in
                    unsafe trie.entries.withUnsafeBufferPointer { entries in
                        guard let characters = characters.baseAddress, let coded = coded.baseAddress else { return }
                        var queue = unsafe LaneQueue(
                            characters: characters, coded: UnsafeMutableRawPointer(coded), texts: texts)
                        unsafe queue.run(entries.baseAddress!)
                    }
                }
            }
        }
    }

    /// Calls `body` with the code of each text in their order; with nil for one that cannot be coded here.
    func forEachText(_ body: (ArraySlice<UInt8>?) -> Void) {
        for text in texts { body(text.codeLength.map { coded[(4 * text.start)..<(4 * text.start + $0)] }) }
    }

    /// Calls `body` with the code of each text that has one.
    func forEachCode(_ body: (ArraySlice<UInt8>) -> Void) {
        forEachText { code in
            if let code { body(code) }
        }
    }
}

/// A text of a batch.
private struct LaneText {
    /// Where its characters begin.
    let start: Int
    /// Nil for one that cannot be coded in a lane.
    let count: Int?
    /// Nil until it is coded, and where it cannot be.
    var codeLength: Int?
}

/// Gives the texts of a batch to lanes.
///
/// Safety: the characters of each text end with a NUL, and from four times the place of a character on there is room for the
/// code of those from there on at four bytes each, and for two bytes more.
@unsafe private struct LaneQueue {
    let characters: UnsafePointer<UInt16>
    let coded: UnsafeMutableRawPointer
    let texts: UnsafeMutableBufferPointer<LaneText>
    var next = 0

    mutating func run(_ entries: UnsafePointer<UInt64>) {
        var (first, second, third) = unsafe (take(), take(), take())
        var (fourth, fifth, sixth) = unsafe (take(), take(), take())
        if unsafe sixth.text >= 0 {
            while unsafe advance(&first, entries) && advance(&second, entries) && advance(&third, entries)
                && advance(&fourth, entries) && advance(&fifth, entries) && advance(&sixth, entries)
            {}
        }
        unsafe runAlone(first, entries)
        unsafe runAlone(second, entries)
        unsafe runAlone(third, entries)
        unsafe runAlone(fourth, entries)
        unsafe runAlone(fifth, entries)
        unsafe runAlone(sixth, entries)
    }

    /// Goes one step on with a lane that has a text; false where it has none any more.
    @inline(__always)
    private mutating func advance(_ lane: inout SymbolLane, _ entries: UnsafePointer<UInt64>) -> Bool {
        guard unsafe lane.step(characters, entries, coded) else { return true }
        unsafe lane = unsafe successor(of: lane)
        return unsafe lane.text >= 0
    }

    private mutating func runAlone(_ lane: SymbolLane, _ entries: UnsafePointer<UInt64>) {
        var lane = unsafe lane
        while unsafe lane.text >= 0 {
            while unsafe !lane.step(characters, entries, coded) {}
            unsafe lane = unsafe successor(of: lane)
        }
    }

    /// What a lane goes on with that has stopped before a character that begins no symbol: behind that within its text, and with
    /// another text at the NUL.
    @inline(never)
    private mutating func successor(of lane: SymbolLane) -> SymbolLane {
        let text = unsafe texts[lane.text]
        if unsafe lane.place - text.start == text.count {
            unsafe texts[lane.text].codeLength = unsafe lane.output - 4 * text.start
            return unsafe take()
        }
        let character = unsafe characters[lane.place]
        let output = unsafe coded + lane.output
        unsafe output.storeBytes(of: TextCode.escape, as: UInt8.self)
        unsafe output.storeBytes(of: character.littleEndian, toByteOffset: 1, as: UInt16.self)
        unsafe output.storeBytes(of: 0, toByteOffset: 3, as: UInt8.self)
        return unsafe SymbolLane(text: lane.text, place: lane.place + 1, output: lane.output + 4)
    }

    /// A lane with the next text that can be coded; without any where there is none.
    private mutating func take() -> SymbolLane {
        while unsafe next < texts.count {
            let text = unsafe texts[next]
            unsafe next += 1
            if text.count != nil { return unsafe SymbolLane(text: next - 1, place: text.start, output: 4 * text.start) }
        }
        return unsafe SymbolLane(text: -1, place: 0, output: 0)
    }
}

/// One text being coded.
///
/// Safety: as ``LaneQueue`` says of its text. A NUL leads nowhere from any node, so that no step goes beyond it; each symbol
/// takes a character at least and writes two bytes at most.
@unsafe private struct SymbolLane {
    let text: Int
    /// The next character.
    private(set) var place: Int
    private(set) var output: Int
    /// The offset of the node that the characters since the last symbol lead to.
    private var node = 0
    /// The entry of the longest symbol among these characters so far, and in the place of its node how many of them stand behind
    /// it; how many they are where there is none.
    private var found = 0

    init(text: Int, place: Int, output: Int) {
        unsafe self.text = text
        unsafe self.place = place
        unsafe self.output = output
    }

    /// Goes one character on, or writes the longest symbol where none longer can follow; true where there is none to write.
    ///
    /// Whether a character leads on, ends a symbol, or is the last of one cannot be foretold. So each becomes a mask, all ones or
    /// all zeros, the sign of a difference; a condition the compiler would make a branch of.
    @inline(__always)
    mutating func step(
        _ characters: UnsafePointer<UInt16>, _ entries: UnsafePointer<UInt64>, _ coded: UnsafeMutableRawPointer
    ) -> Bool {
        let nodes = SymbolTrie.Entry.nodeLimit - 1
        let character = Int(unsafe characters[place])
        let bits = unsafe Int(bitPattern: UInt(entries[node &+ character]))
        let leadsOn = (((bits &>> 48) & 0xFFFF ^ character) &- 1) &>> 63
        let entry = bits & leadsOn
        unsafe node = entry & nodes
        let ends = (0 &- (entry &>> 30) & 3) &>> 63
        unsafe found = (found &+ 1) & ~ends | (entry ^ node) & ends
        let isLast = unsafe (node &- 1) &>> 63
        let length = unsafe (found &>> 30) & 3
        unsafe (coded + output).storeBytes(of: UInt16(truncatingIfNeeded: found &>> 32).littleEndian, as: UInt16.self)
        unsafe output &+= length & isLast
        unsafe place &+= 1 &- found & nodes & isLast
        unsafe found &= ~isLast
        return isLast & (length &- 1) < 0
    }
}
