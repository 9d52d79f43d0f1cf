namespace HyperLandscape.Spaces;

/// <summary>
/// The search space X: ordered hyperparameters whose levels are combined freely. Every configuration is one integer,
/// its cell, in mixed radix: <c>cell = sum over h of level(h) * Stride(h)</c>, the last hyperparameter with stride 1.
/// Immutable, compared by value.
/// </summary>
public sealed class SearchSpace : IEquatable<SearchSpace>
{
    private readonly Hyperparameter[] hyperparameters;
    private readonly long[] strides;

    /// <summary>Creates the space of all combinations of the given hyperparameters.</summary>
    /// <param name="hyperparameters">At least one, with different names.</param>
    /// <exception cref="ArgumentException">There are none, two share a name, or there are more than 2^63 - 1 cells.</exception>
    public SearchSpace(params ReadOnlySpan<Hyperparameter> hyperparameters)
    {
        if (hyperparameters.IsEmpty)
            throw new ArgumentException("A search space needs at least one hyperparameter.", nameof(hyperparameters));

        this.hyperparameters = hyperparameters.ToArray();
        strides = new long[hyperparameters.Length];
        long count = 1;
        for (int h = hyperparameters.Length - 1; h >= 0; h--)
        {
            strides[h] = count;
            if (count > long.MaxValue / hyperparameters[h].LevelCount)
                throw new ArgumentException($"The search space has more than 2^63 - 1 cells from hyperparameter '{hyperparameters[h].Name}' on; leave out hyperparameters or use fewer levels.", nameof(hyperparameters));
            count *= hyperparameters[h].LevelCount;
            for (int other = h + 1; other < hyperparameters.Length; other++)
            {
                if (hyperparameters[h].Name == hyperparameters[other].Name)
                    throw new ArgumentException($"Two hyperparameters are named '{hyperparameters[h].Name}'; rename one.", nameof(hyperparameters));
            }
        }

        CellCount = count;
    }

    /// <summary>The hyperparameters, in order.</summary>
    public ReadOnlySpan<Hyperparameter> Hyperparameters => hyperparameters;

    /// <summary>Number of hyperparameters.</summary>
    public int Dimension => hyperparameters.Length;

    /// <summary>Number of configurations: the product of all level counts.</summary>
    public long CellCount { get; }

    /// <summary>The configuration with this cell.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The cell is not in [0, <see cref="CellCount"/>).</exception>
    public Configuration this[long cell] => new(this, cell);

    /// <summary>How far apart, in cells, two neighbouring levels of hyperparameter <paramref name="index"/> are.</summary>
    public long Stride(int index) => strides[index];

    /// <summary>The level of hyperparameter <paramref name="index"/> in a cell.</summary>
    public int Level(long cell, int index) => (int)(cell / strides[index] % hyperparameters[index].LevelCount);

    /// <summary>The cell with the given levels, one per hyperparameter.</summary>
    /// <exception cref="ArgumentException">The number of levels is not <see cref="Dimension"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A level is not in [0, LevelCount).</exception>
    public long Cell(params ReadOnlySpan<int> levels)
    {
        if (levels.Length != Dimension)
            throw new ArgumentException($"{levels.Length} levels were given for {Dimension} hyperparameters; give one each.", nameof(levels));
        long cell = 0;
        for (int h = 0; h < levels.Length; h++)
        {
            if ((uint)levels[h] >= (uint)hyperparameters[h].LevelCount)
                throw new ArgumentOutOfRangeException(nameof(levels), levels[h], $"Hyperparameter '{hyperparameters[h].Name}' has the levels 0 to {hyperparameters[h].LevelCount - 1}.");
            cell += levels[h] * strides[h];
        }

        return cell;
    }

    /// <summary>The position of a hyperparameter by its name, or -1.</summary>
    public int IndexOf(string name) => Array.FindIndex(hyperparameters, h => h.Name == name);

    /// <summary>
    /// Distance of two configurations: the sum over hyperparameters of the number of level steps (ordinal),
    /// or 1 where they differ (categorical, boolean). Symmetric; 0 for equal cells. O(<see cref="Dimension"/>).
    /// </summary>
    public int Distance(long a, long b)
    {
        int distance = 0;
        for (int h = 0; h < hyperparameters.Length; h++)
        {
            int difference = Math.Abs(Level(a, h) - Level(b, h));
            distance += hyperparameters[h].Kind == HyperparameterKind.Ordinal ? difference : Math.Min(difference, 1);
        }

        return distance;
    }

    /// <inheritdoc/>
    public bool Equals(SearchSpace? other) =>
        other is not null && (ReferenceEquals(this, other) || hyperparameters.AsSpan().SequenceEqual(other.hyperparameters));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SearchSpace);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Dimension, CellCount, hyperparameters[0]);

    /// <summary>For example <c>1,920 = 2 x 8 x 5 x 6 x 4 cells: criterion, max_depth, ...</c>.</summary>
    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{CellCount:N0} = {string.Join(" x ", hyperparameters.Select(h => h.LevelCount))} cells: {string.Join(", ", hyperparameters.Select(h => h.Name))}");
}
