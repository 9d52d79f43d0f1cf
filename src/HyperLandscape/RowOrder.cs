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
    public static (int[] Rows, long[] Cells) Of(ReadOnlySpan<long> rowCells, long cellCount)
    {
        int[] rows = GC.AllocateUninitializedArray<int>(rowCells.Length);
        long[] cells = GC.AllocateUninitializedArray<long>(rowCells.Length);
        bool isPlaced = !Ascends(rowCells) && cellCount <= (long)SparsestTable * rowCells.Length && cellCount <= Array.MaxLength
            && TryPlace(rowCells, (int)cellCount, rows, cells);
        if (isPlaced)
            return (rows, cells);

        rowCells.CopyTo(cells);
        for (int row = 0; row < rows.Length; row++)
            rows[row] = row;
        if (!Ascends(rowCells))
            RadixSort.Sort(cells, rows, cellCount - 1);
        return (rows, cells);
    }

    private static bool Ascends(ReadOnlySpan<long> cells)
    {
        int row = 1;
        while (row < cells.Length && cells[row - 1] <= cells[row])
            row++;
        return row >= cells.Length;
    }

    /// <summary>Notes every row at its cell and collects them in order; false if a cell has two rows.</summary>
    private static bool TryPlace(ReadOnlySpan<long> rowCells, int cellCount, Span<int> rows, Span<long> cells)
    {
        var rowOfCell = new int[cellCount]; // 1 + the row, 0 if there is none
        for (int row = 0; row < rowCells.Length; row++)
        {
            ref int place = ref rowOfCell[rowCells[row]];
            if (place != 0)
                return false;
            place = row + 1;
        }

        int count = 0;
        for (int cell = 0; cell < cellCount; cell++)
        {
            if (rowOfCell[cell] == 0)
                continue;
            rows[count] = rowOfCell[cell] - 1;
            cells[count++] = cell;
        }

        return true;
    }
}
