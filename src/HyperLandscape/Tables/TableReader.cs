using HyperLandscape.Numerics;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tables;

/// <summary>Reads a table of runs: hyperparameters and fitness, one run per row.</summary>
internal static class TableReader
{
    /// <summary>Up to so many different values a column is never suspected to be no hyperparameter.</summary>
    private const int FewLevels = 10;

    /// <exception cref="ArgumentException">The columns are not those that the caller names.</exception>
    /// <exception cref="InvalidDataException">The content is not as it must be.</exception>
    public static Table Read(Stream stream, string file, char? separator, ColumnPattern fitness, ColumnChoices choices, Action<double> onBlock)
    {
        (Column?[] columns, RowParts rows) = ReadRows(stream, file, separator, mayNumberRows: false, names => choices.ToColumns(file, names, fitness), onBlock);
        if (rows.RowCount == 0)
            throw new InvalidDataException($"{file}: The file has a header but no rows; there is no landscape to read.");
        HyperparameterColumn[] hyperparameters = [.. columns.OfType<HyperparameterColumn>()];
        (SearchSpace space, long[] cells) = Resolve(file, hyperparameters, [.. rows.InOrder.Select(part => part.Count)], choices.IsScattered);
        return new Table(space, cells, [.. columns.OfType<FitnessColumn>()], rows.LineOf);
    }

    /// <summary>Fills columns that follow from their names.</summary>
    /// <exception cref="InvalidDataException">The content is not as it must be.</exception>
    public static (Column?[] Columns, RowParts Rows) ReadRows(Stream stream, string file, char? separator, bool mayNumberRows, Func<string[], Column?[]> toColumns, Action<double> onBlock)
    {
        using var source = new ByteSource(stream);
        using var blocks = new BlockReader(source, file, onBlock);
        return ReadRows(blocks, file, separator, mayNumberRows, toColumns);
    }

    /// <summary>The space of columns that were filled, and the cell of every row.</summary>
    /// <param name="file">What to call the file in a message.</param>
    /// <param name="hyperparameters">The columns.</param>
    /// <param name="partSizes">How many rows there are in every part.</param>
    /// <param name="isScattered">Whether numbers may differ in every row.</param>
    /// <exception cref="InvalidDataException">The values are none that such hyperparameters may have.</exception>
    public static (SearchSpace Space, long[] Cells) Resolve(string file, HyperparameterColumn[] hyperparameters, int[] partSizes, bool isScattered)
    {
        Levels[] levels = [.. hyperparameters.Select(column => column.Resolve())];
        int[] starts = new int[partSizes.Length + 1];
        for (int part = 0; part < partSizes.Length; part++)
            starts[part + 1] = starts[part] + partSizes[part];
        RefuseIdentifiers(file, hyperparameters, levels, starts[^1], isScattered);
        if (isScattered || levels.Any(level => level.Hyperparameter.InactiveLevel >= 0))
            return ToListed(hyperparameters, levels, starts);
        SearchSpace space = ToSpace(file, levels);
        return (space, Sums(starts, hyperparameters, levels, space.Stride));
    }

    /// <summary>The first block, which names the columns, and then all others, each as soon as a thread is free for it.</summary>
    private static (Column?[] Columns, RowParts Rows) ReadRows(BlockReader blocks, string file, char? separator, bool mayNumberRows, Func<string[], Column?[]> toColumns)
    {
        using TextBlock first = blocks.Read()!;
        byte between = separator is null ? Separator.Find(first.Text) : (byte)separator;
        var scanner = new RowScanner(first, file, between);
        string[] names = CsvReader.ReadNames(scanner, file, mayNumberRows);
        Column?[] columns = toColumns(names);
        var rows = new RowParts(file, columns);
        var queue = new BlockQueue(blocks);
        try
        {
            if (rows.Add(0, new RowPart(new CsvReader(scanner, file, names), columns, first.LineFeeds + 1)))
                Workers.For(Workers.Degree, _ => ReadRest());
        }
        finally
        {
            rows.ThrowError(); // if the stream breaks as well, what is wrong with the rows before comes first
        }

        return (columns, rows);

        void ReadRest()
        {
            while (queue.TryTake() is { } block)
            {
                using (block)
                {
                    var reader = new CsvReader(new RowScanner(block, file, between), file, names);
                    if (!rows.Add(block.Index, new RowPart(reader, columns, block.LineFeeds + 1)))
                        queue.Close();
                }
            }
        }
    }

    private static (SearchSpace Space, long[] Cells) ToListed(HyperparameterColumn[] columns, Levels[] levels, int[] starts)
    {
        var rows = new int[checked(starts[^1] * columns.Length)];
        for (int h = 0; h < columns.Length; h++)
        {
            long[] own = Sums(starts, [columns[h]], [levels[h]], _ => 1);
            for (int row = 0; row < own.Length; row++)
                rows[(row * columns.Length) + h] = (int)own[row];
        }

        return (SearchSpace.OfRows(Hyperparameters(levels), rows, out long[] cells), cells);
    }

    /// <summary>For every row the sum of the levels of some columns, each times a weight.</summary>
    private static long[] Sums(int[] starts, HyperparameterColumn[] columns, Levels[] levels, Func<int, long> weight)
    {
        long[] sums = GC.AllocateUninitializedArray<long>(starts[^1]);
        Workers.For(starts.Length - 1, part =>
        {
            Span<long> own = sums.AsSpan(starts[part]..starts[part + 1]);
            own.Clear();
            for (int i = 0; i < levels.Length; i++)
                columns[i].AddTo(own, part, weight(i), levels[i].OfSpelling);
        });
        return sums;
    }

    /// <summary>
    /// Refuses columns that differ in nearly every row and are no grid of levels: seconds, identifiers, values drawn at
    /// random. On a complete grid of two hyperparameters no column has more values than half the rows, and a table
    /// with one hyperparameter is a sweep over it. Scattered configurations have numbers that all differ, but not the
    /// numbers of the rows.
    /// </summary>
    private static void RefuseIdentifiers(string file, HyperparameterColumn[] columns, Levels[] levels, int rows, bool isScattered)
    {
        if (levels.Count(level => level.Hyperparameter.LevelCount > 1) < 2)
            return;
        int[] suspects = [.. Enumerable.Range(0, columns.Length).Where(i => columns[i].IsInferred && levels[i].Hyperparameter.LevelCount is int count && count > FewLevels && count > rows / 2 && !(isScattered && MayBeContinuous(levels[i].Hyperparameter, rows)))];
        if (suspects.Length == 0)
            return;
        string names = Place.List([.. suspects.Select(i => columns[i].Name)]);
        int count = levels[suspects[0]].Hyperparameter.LevelCount;
        throw new InvalidDataException($"{file}, column {names}: The column differs in nearly every row ({count} values in {rows} rows), so it is no hyperparameter with levels. Ignore it if it holds seconds, seeds, identifiers or another fitness; round it to fewer levels if it was drawn at random, put it into CsvOptions.Bins or take the NearestNeighborhood; or name it in CsvOptions.Ordinal or Categorical if it is meant so.");
    }

    private static bool MayBeContinuous(Hyperparameter hyperparameter, int rows)
    {
        ReadOnlySpan<double> values = hyperparameter.Values[..(hyperparameter.LevelCount - (hyperparameter.InactiveLevel < 0 ? 0 : 1))];
        bool numbersRows = values.Length == rows && values[^1] - values[0] == rows - 1 && values[0] == Math.Floor(values[0]);
        return hyperparameter.Kind == HyperparameterKind.Ordinal && !numbersRows;
    }

    private static SearchSpace ToSpace(string file, Levels[] levels)
    {
        try
        {
            return new SearchSpace(Hyperparameters(levels));
        }
        catch (ArgumentException error)
        {
            throw new InvalidDataException($"{file}: {error.Message}", error);
        }
    }

    private static Hyperparameter[] Hyperparameters(Levels[] levels) => [.. levels.Select(level => level.Hyperparameter)];
}
