using HyperLandscape.Numerics;

namespace HyperLandscape;

/// <summary>The rows of a table in the order of their cells; rows of the same cell in the order of the table. O(rows).</summary>
internal static class RowOrder
{
    /// <summary>Rows that fill at least this share of the cells are put where they belong instead of sorted.</summary>
    private const int SparsestTable = 4;

    /// <summary>The rows in the order of their cells, and their cells in that order.</summary>
    /// <param name="rowCells">The cell of every row.</param>
    /// <param name="cellCount">Number of cells in the space; no cell is larger.</param>
    public static (int[] Rows, long[] Cells) Of(ReadOnlyMemory<long> rowCells, long cellCount)
    {
        int[] rows = GC.AllocateUninitializedArray<int>(rowCells.Length);
        long[] cells = GC.AllocateUninitializedArray<long>(rowCells.Length);
        bool ascends = Ascends(rowCells.Span);
        bool isPlaced = !ascends && cellCount <= (long)SparsestTable * rowCells.Length && cellCount <= Array.MaxLength
            && TryPlace(rowCells, (int)cellCount, rows, cells);
        if (isPlaced)
            return (rows, cells);

        rowCells.Span.CopyTo(cells);
        for (int row = 0; row < rows.Length; row++)
            rows[row] = row;
        if (!ascends)
            RadixSort.Sort(cells, rows, cellCount - 1);
        return (rows, cells);
    }

    /// <summary>Whether every cell has exactly one row. O(rows), a byte per cell.</summary>
    public static bool IsPermutation(ReadOnlyMemory<long> rowCells, long cellCount)
    {
        if (rowCells.Length != cellCount)
            return false;
        var hasRow = new bool[cellCount];
        Workers.ForBlocks(rowCells.Length, (start, length) =>
        {
            foreach (long cell in rowCells.Span.Slice(start, length))
            {
                if ((ulong)cell < (ulong)hasRow.Length)
                    hasRow[cell] = true;
            }
        });
        return !hasRow.Contains(false); // as many rows as cells, and none without a row
    }

    private static bool Ascends(ReadOnlySpan<long> cells)
    {
        int row = 1;
        while (row < cells.Length && cells[row - 1] <= cells[row])
            row++;
        return row >= cells.Length;
    }

    /// <summary>Notes every row at its cell and collects them in order; false if a cell has two rows.</summary>
    private static bool TryPlace(ReadOnlyMemory<long> rowCells, int cellCount, int[] rows, long[] cells)
    {
        var rowOfCell = new int[cellCount]; // 1 + the row, 0 if there is none
        int ranges = Workers.Degree;
        int doubled = 0;
        Workers.For(ranges, range =>
        {
            // Whoever places rows reads them all and writes in cells of its own.
            int first = (int)((long)cellCount * range / ranges);
            int end = (int)((long)cellCount * (range + 1) / ranges);
            if (!TryPlace(rowCells.Span, first, rowOfCell.AsSpan(first, end - first)))
                Interlocked.Exchange(ref doubled, 1);
        });
        if (doubled != 0)
            return false;

        var starts = new int[Workers.BlockCount(cellCount) + 1]; // per block of cells, the rows before it
        Workers.ForBlocks(cellCount, (first, length) => starts[(first / Workers.BlockSize) + 1] = length - rowOfCell.AsSpan(first, length).Count(0));
        for (int block = 1; block < starts.Length; block++)
            starts[block] += starts[block - 1];
        Workers.ForBlocks(cellCount, (first, length) =>
        {
            int count = starts[first / Workers.BlockSize];
            for (int cell = first; cell < first + length; cell++)
            {
                if (rowOfCell[cell] == 0)
                    continue;
                rows[count] = rowOfCell[cell] - 1;
                cells[count++] = cell;
            }
        });
        return true;
    }

    /// <summary>Notes the rows of the cells from the first on.</summary>
    private static bool TryPlace(ReadOnlySpan<long> rowCells, int first, Span<int> rowOfCell)
    {
        for (int row = 0; row < rowCells.Length; row++)
        {
            long cell = rowCells[row] - first;
            if ((ulong)cell >= (ulong)rowOfCell.Length)
                continue;
            ref int place = ref rowOfCell[(int)cell];
            if (place != 0)
                return false;
            place = row + 1;
        }

        return true;
    }
}
