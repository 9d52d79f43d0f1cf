namespace HyperLandscape.Spaces;

/// <summary>
/// The search space X: ordered hyperparameters whose levels are combined freely. Every configuration is one integer,
/// its cell, in mixed radix: <c>cell = sum over h of level(h) * Stride(h)</c>, the last hyperparameter with stride 1.
/// Immutable, compared by value.
/// </summary>
/// <remarks>
/// Where not all combinations exist, since hyperparameters are <see cref="Conditional"/> or since the configurations are
/// scattered over a continuous space, a space lists those that do (<see cref="Listed"/>). Its cells are their places in
/// the lexicographic order of the levels.
/// </remarks>
public sealed partial class SearchSpace : IEquatable<SearchSpace>
{
    private readonly Hyperparameter[] hyperparameters;
    private readonly long[] strides;

    /// <summary>Creates the space of all combinations of the given hyperparameters.</summary>
    /// <param name="hyperparameters">At least one, with different names.</param>
    /// <exception cref="ArgumentException">There are none, two share a name, one may be inactive, or there are more than 2^63 - 1 cells.</exception>
    public SearchSpace(params ReadOnlySpan<Hyperparameter> hyperparameters)
    {
        if (hyperparameters.IsEmpty)
            throw new ArgumentException("A search space needs at least one hyperparameter.", nameof(hyperparameters));

        this.hyperparameters = hyperparameters.ToArray();
        RequireDifferentNames(hyperparameters);
        strides = new long[hyperparameters.Length];
        long count = 1;
        for (int h = hyperparameters.Length - 1; h >= 0; h--)
        {
            if (hyperparameters[h].InactiveLevel >= 0)
                throw new ArgumentException($"Hyperparameter '{hyperparameters[h].Name}' may be inactive, so not all combinations exist; use SearchSpace.Conditional or SearchSpace.Listed.", nameof(hyperparameters));
            strides[h] = count;
            if (count > long.MaxValue / hyperparameters[h].LevelCount)
                throw new ArgumentException($"The search space has more than 2^63 - 1 cells from hyperparameter '{hyperparameters[h].Name}' on; leave out hyperparameters or use fewer levels.", nameof(hyperparameters));
            count *= hyperparameters[h].LevelCount;
        }

        CellCount = count;
    }

    /// <summary>The hyperparameters, in order.</summary>
    public ReadOnlySpan<Hyperparameter> Hyperparameters => hyperparameters;

    /// <summary>Number of hyperparameters.</summary>
    public int Dimension => hyperparameters.Length;

    /// <summary>Number of configurations: the product of all level counts, or of those listed.</summary>
    public long CellCount { get; }

    /// <summary>The configuration with this cell.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The cell is not in [0, <see cref="CellCount"/>).</exception>
    public Configuration this[long cell] => new(this, cell);

    /// <summary>How far apart, in cells, two neighbouring levels of hyperparameter <paramref name="index"/> are.</summary>
    /// <exception cref="InvalidOperationException">The space lists its configurations, see <see cref="IsListed"/>.</exception>
    public long Stride(int index) => listed is null
        ? strides[index]
        : throw new InvalidOperationException("The space lists its configurations, so its cells have no strides; use Level and Cell.");

    /// <summary>The level of hyperparameter <paramref name="index"/> in a cell.</summary>
    public int Level(long cell, int index) => listed is null ? (int)(cell / strides[index] % hyperparameters[index].LevelCount) : listed[cell][index];

    /// <summary>The cell with the given levels, one per hyperparameter.</summary>
    /// <exception cref="ArgumentException">The number of levels is not <see cref="Dimension"/>, or the space lists its configurations and this is none of them.</exception>
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
            cell += listed is null ? levels[h] * strides[h] : 0;
        }

        if (listed is null)
            return cell;
        cell = listed.Find(levels);
        return cell >= 0 ? cell : throw new ArgumentException($"The configuration with the levels {string.Join(", ", levels.ToArray())} is none that this space lists.", nameof(levels));
    }

    /// <summary>The cell in which a point of the unit cube lies, each level having an equal share of its hyperparameter's range.</summary>
    /// <param name="point">Coordinates as fractions of 2^64.</param>
    internal long CellAt(ReadOnlySpan<ulong> point)
    {
        if (listed is not null)
            return listed.At(point);
        long cell = 0;
        for (int h = 0; h < point.Length; h++)
            cell += strides[h] * (long)Math.BigMul(point[h], (ulong)hyperparameters[h].LevelCount, out _);
        return cell;
    }

    /// <summary>The position of a hyperparameter by its name, or -1.</summary>
    public int IndexOf(string name) => Array.FindIndex(hyperparameters, h => h.Name == name);

    /// <summary>
    /// Distance of two configurations: the sum over hyperparameters of the number of level steps (ordinal),
    /// or 1 where they differ (categorical, boolean). Hyperparameters that are inactive in one or both do not count, since
    /// they follow from others; if nothing else differs, each that is inactive in one only counts 1. Symmetric; 0 for
    /// equal cells only. O(<see cref="Dimension"/>).
    /// </summary>
    public int Distance(long a, long b)
    {
        int distance = 0;
        int activated = 0;
        for (int h = 0; h < hyperparameters.Length; h++)
        {
            int first = Level(a, h);
            int second = Level(b, h);
            int inactive = hyperparameters[h].InactiveLevel;
            if (first == inactive || second == inactive)
                activated += first == second ? 0 : 1;
            else if (hyperparameters[h].Kind == HyperparameterKind.Ordinal)
                distance += Math.Abs(first - second);
            else
                distance += first == second ? 0 : 1;
        }

        return distance > 0 ? distance : activated;
    }

    /// <inheritdoc/>
    public bool Equals(SearchSpace? other) =>
        other is not null && (ReferenceEquals(this, other) || (hyperparameters.AsSpan().SequenceEqual(other.hyperparameters) && HasSameListing(other)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SearchSpace);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Dimension, CellCount, hyperparameters[0]);

    /// <summary>For example <c>1,920 = 2 x 8 x 5 x 6 x 4 cells: criterion, max_depth, ...</c>.</summary>
    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{CellCount:N0} {(IsListed ? "listed" : $"= {string.Join(" x ", hyperparameters.Select(h => h.LevelCount))}")} cells: {string.Join(", ", hyperparameters.Select(h => h.Name))}");

    private static void RequireDifferentNames(ReadOnlySpan<Hyperparameter> hyperparameters)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (Hyperparameter hyperparameter in hyperparameters)
        {
            if (!names.Add(hyperparameter.Name))
                throw new ArgumentException($"Two hyperparameters are named '{hyperparameter.Name}'; rename one.", nameof(hyperparameters));
        }
    }
}
