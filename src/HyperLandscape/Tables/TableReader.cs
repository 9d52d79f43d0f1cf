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
        (SearchSpace space, Levels[] levels) = Resolve(file, hyperparameters, rows.RowCount);
        return new Table(space, ToCells(space, hyperparameters, levels, rows), [.. columns.OfType<FitnessColumn>()], rows.LineOf);
    }

    /// <summary>Fills columns that follow from their names.</summary>
    /// <exception cref="InvalidDataException">The content is not as it must be.</exception>
    public static (Column?[] Columns, RowParts Rows) ReadRows(Stream stream, string file, char? separator, bool mayNumberRows, Func<string[], Column?[]> toColumns, Action<double> onBlock)
    {
        using var source = new ByteSource(stream);
        using var blocks = new BlockReader(source, file, onBlock);
        return ReadRows(blocks, file, separator, mayNumberRows, toColumns);
    }

    /// <summary>The space of columns that were filled, and their levels.</summary>
    /// <exception cref="InvalidDataException">The values are none that such hyperparameters may have.</exception>
    public static (SearchSpace Space, Levels[] Levels) Resolve(string file, HyperparameterColumn[] hyperparameters, int rowCount)
    {
        Levels[] levels = [.. hyperparameters.Select(column => column.Resolve())];
        RefuseIdentifiers(file, hyperparameters, levels, rowCount);
        return (ToSpace(file, levels), levels);
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

    private static long[] ToCells(SearchSpace space, HyperparameterColumn[] columns, Levels[] levels, RowParts rows)
    {
        var cells = new long[rows.RowCount];
        Workers.For(rows.InOrder.Count, part =>
        {
            Span<long> own = cells.AsSpan(rows.FirstRow(part), rows.InOrder[part].Count);
            for (int i = 0; i < levels.Length; i++)
                columns[i].AddTo(own, part, space.Stride(i), levels[i].OfSpelling);
        });
        return cells;
    }

    /// <summary>
    /// Refuses columns that differ in nearly every row and are no grid of levels: seconds, identifiers, values drawn at
    /// random. On a complete grid of two hyperparameters no column has more values than half the rows, and a table
    /// with one hyperparameter is a sweep over it.
    /// </summary>
    private static void RefuseIdentifiers(string file, HyperparameterColumn[] columns, Levels[] levels, int rows)
    {
        if (levels.Count(level => level.Hyperparameter.LevelCount > 1) < 2)
            return;
        int[] suspects = [.. Enumerable.Range(0, columns.Length).Where(i => columns[i].IsInferred && levels[i].Hyperparameter.LevelCount is int count && count > FewLevels && count > rows / 2)];
        if (suspects.Length == 0)
            return;
        string names = Place.List([.. suspects.Select(i => columns[i].Name)]);
        int count = levels[suspects[0]].Hyperparameter.LevelCount;
        throw new InvalidDataException($"{file}, column {names}: The column differs in nearly every row ({count} values in {rows} rows), so it is no hyperparameter with levels. Ignore it if it holds seconds, seeds, identifiers or another fitness; round it to fewer levels if it was drawn at random; or name it in CsvOptions.Ordinal or Categorical if it is meant so.");
    }

    private static SearchSpace ToSpace(string file, Levels[] levels)
    {
        try
        {
            return new SearchSpace([.. levels.Select(level => level.Hyperparameter)]);
        }
        catch (ArgumentException error)
        {
            throw new InvalidDataException($"{file}: {error.Message}", error);
        }
    }
}
