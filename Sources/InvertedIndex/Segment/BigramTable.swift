/// Numbers of the frequent bigrams, by their codes.
struct BigramTable {
    /// Where the row of each first code begins, and the column of each second one; row 0 and column 0 for those that begin or end
    /// none.
    private var axes: [Axes]
    private var numbers: [UInt16]

    private struct Axes { var row: UInt32 = 0, column: UInt32 = 0 }

    /// No bigram's number.
    static let none = UInt16.max

    /// - Parameter codeCount: codes are below that.
    /// - Precondition: there are fewer bigrams than ``none``.
    init(_ bigrams: [(first: UInt16, second: UInt16)], codeCount: Int) {
        precondition(bigrams.count < Int(Self.none))
        axes = [Axes](repeating: Axes(), count: codeCount)
        var (rowCount, columnCount): (UInt32, UInt32) = (1, 1)
        for (first, second) in bigrams {
            if axes[Int(first)].row == 0 {
                axes[Int(first)].row = rowCount
                rowCount += 1
            }
            if axes[Int(second)].column == 0 {
                axes[Int(second)].column = columnCount
                columnCount += 1
            }
        }
        for code in axes.indices { axes[code].row *= columnCount }
        numbers = [UInt16](repeating: Self.none, count: Int(rowCount * columnCount))
        for (number, bigram) in bigrams.enumerated() {
            numbers[Int(axes[Int(bigram.first)].row + axes[Int(bigram.second)].column)] = UInt16(number)
        }
    }

    /// Finds places where two bigrams of the table overlap, and writes them down with the numbers of both, the first in the upper
    /// half; returns how many they are. Most places are none, some are, which no branch hangs on.
    ///
    /// Safety: `codes` are those of one unit, all below the number of codes; there is room for as many places and pairs.
    @unsafe func findPairs(
        in codes: UnsafeBufferPointer<UInt16>, from start: Int, _ places: UnsafeMutablePointer<UInt32>,
        _ pairs: UnsafeMutablePointer<UInt32>
    ) -> Int {
        // The last code is 0, which begins no bigram.
        guard codes.count > 3 else { return 0 }
        return unsafe axes.withUnsafeBufferPointer { axes in
            unsafe numbers.withUnsafeBufferPointer { numbers in
                var found = 0
                var first = unsafe axes[Int(codes[0])]
                var second = unsafe axes[Int(codes[1])]
                var left = unsafe numbers[Int(first.row &+ second.column)]
                for place in 0..<(codes.count - 2) {
                    first = second
                    second = unsafe axes[Int(codes[place &+ 2])]
                    let right = unsafe numbers[Int(first.row &+ second.column)]
                    unsafe places[found] = UInt32(truncatingIfNeeded: start &+ place)
                    unsafe pairs[found] = UInt32(left) << 16 | UInt32(right)
                    found &+= (left != Self.none ? 1 : 0) & (right != Self.none ? 1 : 0)
                    left = right
                }
                return found
            }
        }
    }
}
