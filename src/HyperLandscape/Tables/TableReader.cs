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
        using var source = new ByteSource(stream);
        var reader = new CsvReader(new RowScanner(source, file, separator, onBlock), file);
        Column?[] columns = choices.ToColumns(file, reader.Names, fitness);
        var lines = new List<int>();
        while (reader.Read())
        {
            int line = reader.Line;
            lines.Add(line);
            for (int i = 0; i < columns.Length; i++)
                columns[i]?.Add(reader.Field(i), line);
        }

        if (lines.Count == 0)
            throw new InvalidDataException($"{file}: The file has a header but no rows; there is no landscape to read.");
        return ToTable(file, [.. columns.OfType<HyperparameterColumn>()], [.. columns.OfType<FitnessColumn>()], lines);
    }

    /// <summary>The table of columns that were filled, one value per line.</summary>
    public static Table ToTable(string file, HyperparameterColumn[] hyperparameters, FitnessColumn[] fitness, IReadOnlyList<int> lines)
    {
        Levels[] levels = [.. hyperparameters.Select(column => column.Resolve())];
        RefuseIdentifiers(file, hyperparameters, levels, lines.Count);
        SearchSpace space = ToSpace(file, levels);
        var cells = new long[lines.Count];
        for (int i = 0; i < levels.Length; i++)
            hyperparameters[i].AddTo(cells, space.Stride(i), levels[i].OfSpelling);
        return new Table(space, cells, fitness, lines);
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
