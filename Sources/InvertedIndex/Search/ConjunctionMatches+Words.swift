/// Clauses all of which so many units hold that each list has a bitmap: 64 units are looked at at once.
extension ConjunctionMatches {
    /// Whether it is so.
    var isDense: Bool {
        unsafe cursors.count > 0 && UnsafeBufferPointer(start: cursors.base, count: cursors.count).allSatisfy(\.hasBitmap)
    }

    /// What ``forEachBatch(looksAtTexts:_:)`` gives.
    ///
    /// - Precondition: ``isDense``.
    func forEachBatchOfWords(
        looksAtTexts: Bool, _ body: (CandidateBuffer) throws(IndexError) -> Void
    ) throws(IndexError) {
        let count = segment.counts.units
        let sets = clauses.indices.map(unitsUnderSpans)
        let checked = looksAtTexts ? clauses.indices.filter { clauses[$0].check != nil } : []
        var time = TimeCheck()
        let batch = search.candidates
        batch.removeAll()
        for index in 0..<((count + 63) / 64) {
            var word = UInt64.max
            for clause in clauses.indices where word != 0 { word &= self.word(index, of: clause, sets[clause]) }
            batch.append(word, ofWord: index)
            guard batch.count > CandidateBuffer.room - 64 else { continue }
            if time.stops(after: batch.count) { return }
            try finish(batch, checked, sets, body)
        }
        try finish(batch, checked, sets, body)
    }

    /// The units of a word that hold a clause, in their own text or under a span.
    @inline(__always)
    private func word(_ index: Int, of clause: Int, _ set: UnitSet?) -> UInt64 {
        let (first, last) = (firstCursor[clause], firstCursor[clause + 1])
        var word: UInt64 = first < last ? .max : 0
        for cursor in first..<last { unsafe word &= cursors.base[cursor].bitmapWord(index) }
        return word | (set?.word(index) ?? 0)
    }

    /// Hands a batch over, the texts looked at where lists prove nothing, and empties it.
    private func finish(
        _ batch: CandidateBuffer, _ checked: [Int], _ sets: [UnitSet?],
        _ body: (CandidateBuffer) throws(IndexError) -> Void
    ) throws(IndexError) {
        for clause in checked where batch.count > 0 {
            guard let check = clauses[clause].check else { continue }
            try batch.keep { unit throws(IndexError) in
                if sets[clause]?.contains(unit) == true { return true }
                return try check.count(in: unit, atMost: 1) > 0
            }
        }
        if batch.count > 0 { try body(batch) }
        batch.removeAll()
    }
}
