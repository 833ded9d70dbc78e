/// The one loop over a text that folds it, for those who need the scalars and those who need their origins too.
enum FoldScan {
    /// Calls `emit` with each folded scalar and the offset, in Unicode scalars, of the original it came from.
    /// Returns the number of scalars in `text`.
    @inline(__always)
    @discardableResult
    static func scan(_ text: String, _ emit: (UInt32, Int) -> Void) -> Int {
        let table = FoldTable.shared
        let bytes = text.utf8.span
        let basic = table.basic.span
        var position = 0
        var offset = 0
        var last: UInt32 = 0
        while position < bytes.count {
            let scalar = ScalarScan.next(in: bytes, &position)
            let entry = scalar < 0x10000 ? basic[Int(scalar)] : table.entry(of: scalar)
            if entry.isPlain {
                last = entry.scalar
                emit(last, offset)
            } else {
                emitSpecial(entry, of: table, offset, &last, emit)
            }
            offset += 1
        }
        return offset
    }

    @inline(__always)
    private static func emitSpecial(
        _ entry: FoldTable.Entry, of table: FoldTable, _ offset: Int, _ last: inout UInt32, _ emit: (UInt32, Int) -> Void
    ) {
        switch entry.kind {
        case .dropped: break
        case .scalar, .joining:
            guard last != entry.scalar else { return }
            last = entry.scalar
            emit(last, offset)
        case .expansion:
            for index in entry.expansion {
                let scalar = table.expansions[index]
                if scalar == last, Folding.joinsRuns(scalar) { continue }
                last = scalar
                emit(scalar, offset)
            }
        }
    }

    /// The same for a text that is given as the values of its scalars.
    @inline(__always)
    static func scan(_ scalars: [UInt32], _ emit: (UInt32, Int) -> Void) {
        let table = FoldTable.shared
        let basic = table.basic.span
        var last: UInt32 = 0
        for offset in scalars.indices {
            let scalar = scalars[offset]
            let entry = scalar < 0x10000 ? basic[Int(scalar)] : table.entry(of: scalar)
            if entry.isPlain {
                last = entry.scalar
                emit(last, offset)
            } else {
                emitSpecial(entry, of: table, offset, &last, emit)
            }
        }
    }
}
