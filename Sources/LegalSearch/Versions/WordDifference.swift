/// Marks the words in which two texts differ.
enum WordDifference {
    /// Texts beyond this are shown whole, the old one and the new one.
    private static let longest = 6_000
    /// A shorter piece between two changes is part of the change, so that readers see phrases and not letters.
    private static let shortestKept = 2

    /// The words of both texts in order: what both have, what only the old one has, what only the new one has.
    static func runs(_ old: String, _ new: String) -> [WordRun] {
        let (left, right) = (Array(old), Array(new))
        guard left.count <= longest, right.count <= longest else {
            return [WordRun(kind: .removed, text: old), WordRun(kind: .added, text: new)]
        }
        let difference = right.difference(from: left)
        var removed: Set<Int> = []
        var added: Set<Int> = []
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        return joined(steps(left, right, removed, added))
    }

    private static func steps(
        _ left: [Character], _ right: [Character], _ removed: Set<Int>, _ added: Set<Int>
    ) -> [WordRun] {
        var runs: [WordRun] = []
        func append(_ kind: WordRun.Kind, _ character: Character) {
            if runs.last?.kind == kind { runs[runs.count - 1].text.append(character) } else { runs.append(WordRun(kind: kind, text: String(character))) }
        }
        var i = 0
        var j = 0
        while i < left.count || j < right.count {
            if i < left.count, removed.contains(i) {
                append(.removed, left[i])
                i += 1
            } else if j < right.count, added.contains(j) {
                append(.added, right[j])
                j += 1
            } else {
                append(.kept, i < left.count ? left[i] : right[j])
                i += 1
                j += 1
            }
        }
        return runs
    }

    /// Takes short kept pieces between changes into them, and puts what was removed before what was added.
    private static func joined(_ runs: [WordRun]) -> [WordRun] {
        var result: [WordRun] = []
        var removed = ""
        var added = ""
        func close() {
            if !removed.isEmpty { result.append(WordRun(kind: .removed, text: removed)) }
            if !added.isEmpty { result.append(WordRun(kind: .added, text: added)) }
            (removed, added) = ("", "")
        }
        for (index, run) in runs.enumerated() {
            switch run.kind {
            case .removed: removed += run.text
            case .added: added += run.text
            case .kept:
                let isInner = index > 0 && index + 1 < runs.count
                if isInner, run.text.count < shortestKept, !run.text.contains("\n") {
                    removed += run.text
                    added += run.text
                } else {
                    close()
                    result.append(run)
                }
            }
        }
        close()
        return result
    }
}
