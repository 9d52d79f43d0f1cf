namespace HyperLandscape.Spaces;

/// <content>Spaces that list their configurations.</content>
public sealed partial class SearchSpace
{
    private readonly ListedConfigurations? listed;

    private SearchSpace(ReadOnlySpan<Hyperparameter> hyperparameters, ReadOnlySpan<int> levels, out long[] cells)
    {
        if (hyperparameters.IsEmpty)
            throw new ArgumentException("A search space needs at least one hyperparameter.", nameof(hyperparameters));
        if (levels.IsEmpty || levels.Length % hyperparameters.Length != 0)
            throw new ArgumentException($"{levels.Length} levels were given for configurations of {hyperparameters.Length} hyperparameters; give one level each, for at least one configuration.", nameof(levels));
        RequireDifferentNames(hyperparameters);
        this.hyperparameters = hyperparameters.ToArray();
        for (int i = 0; i < levels.Length; i++)
        {
            Hyperparameter hyperparameter = hyperparameters[i % hyperparameters.Length];
            if ((uint)levels[i] >= (uint)hyperparameter.LevelCount)
                throw new ArgumentOutOfRangeException(nameof(levels), levels[i], $"Hyperparameter '{hyperparameter.Name}' has the levels 0 to {hyperparameter.LevelCount - 1}.");
        }

        strides = [];
        listed = new ListedConfigurations(levels, hyperparameters.Length, out cells);
        CellCount = listed.Count;
    }

    /// <summary>Whether the space lists its configurations, so that cells are places in the list and have no strides.</summary>
    public bool IsListed => listed is not null;

    /// <summary>A space of some combinations of levels, in lexicographic order. O(n log n).</summary>
    /// <param name="hyperparameters">At least one, with different names.</param>
    /// <param name="levels">The levels of every configuration, one after the other, each configuration once.</param>
    /// <exception cref="ArgumentException">There is no configuration, one is incomplete or there twice, or two hyperparameters share a name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A level is not in [0, LevelCount).</exception>
    public static SearchSpace Listed(ReadOnlySpan<Hyperparameter> hyperparameters, ReadOnlySpan<int> levels)
    {
        SearchSpace space = OfRows(hyperparameters, levels, out long[] cells);
        return space.CellCount == cells.Length ? space : throw new ArgumentException($"Of {cells.Length} configurations only {space.CellCount} are different; list each once.", nameof(levels));
    }

    /// <summary>
    /// The valid configurations of hyperparameters of which some are active only under certain values of others. Where a
    /// hyperparameter is not active, it is at a level of its own, which is added to those given. O(configurations).
    /// </summary>
    /// <remarks>
    /// Under <see cref="HyperparameterKind"/>'s usual steps, neighbours differ by one active choice: in one hyperparameter that is
    /// active in both; what becomes active by it may be at any level. A support vector machine, for example:
    /// <code>
    /// SearchSpace.Conditional(
    ///     [Hyperparameter.Categorical("kernel", "linear", "rbf"), Hyperparameter.Ordinal("gamma", 0.01, 0.1, 1)],
    ///     new Condition("gamma", "kernel", "rbf"))   // linear; rbf with each gamma: 4 configurations
    /// </code>
    /// </remarks>
    /// <param name="hyperparameters">At least one, with different names.</param>
    /// <param name="conditions">Which are active when; those without a condition always are.</param>
    /// <exception cref="ArgumentException">A condition names what is not there, conditions lead in a circle, or two hyperparameters share a name.</exception>
    public static SearchSpace Conditional(ReadOnlySpan<Hyperparameter> hyperparameters, params IReadOnlyList<Condition> conditions)
    {
        Hyperparameter[] all = hyperparameters.ToArray();
        for (int h = 0; h < all.Length; h++)
        {
            if (all[h].InactiveLevel < 0 && conditions.Any(condition => condition.Hyperparameter == all[h].Name))
                all[h] = all[h].WithInactive();
        }

        return new SearchSpace(all, new ConditionalLevels(all, conditions).ToArray(), out _);
    }

    /// <summary>The space that lists some configurations of this one, in the same order, with the same hyperparameters.</summary>
    /// <param name="cells">The cells, each once.</param>
    /// <exception cref="ArgumentException">There is no cell, or one is there twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A cell is not in the space.</exception>
    public SearchSpace Restrict(ReadOnlySpan<long> cells)
    {
        var levels = new int[cells.Length * Dimension];
        for (int i = 0; i < levels.Length; i++)
            levels[i] = Level(this[cells[i / Dimension]].Cell, i % Dimension);
        return Listed(hyperparameters, levels);
    }

    /// <summary>A space of the different ones of some rows of levels, and the cell of every row.</summary>
    internal static SearchSpace OfRows(ReadOnlySpan<Hyperparameter> hyperparameters, ReadOnlySpan<int> levels, out long[] cells) => new(hyperparameters, levels, out cells);

    private bool HasSameListing(SearchSpace other) => listed is null || other.listed is null ? listed == other.listed : listed.SequenceEqual(other.listed);
}
