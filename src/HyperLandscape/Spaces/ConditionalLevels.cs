namespace HyperLandscape.Spaces;

/// <summary>Lists the valid configurations of hyperparameters of which some are active only under values of others.</summary>
internal sealed class ConditionalLevels
{
    private readonly Hyperparameter[] hyperparameters;
    private readonly (int Parent, bool[] IsActive)[][] conditions; // per hyperparameter
    private readonly List<int> order = []; // parents before children
    private readonly List<int> found = [];

    /// <param name="hyperparameters">All of them; those with a condition have an inactive level.</param>
    /// <param name="conditions">The conditions, by name.</param>
    /// <exception cref="ArgumentException">A name or a value is unknown, or hyperparameters decide about each other in a circle.</exception>
    public ConditionalLevels(Hyperparameter[] hyperparameters, IReadOnlyList<Condition> conditions)
    {
        this.hyperparameters = hyperparameters;
        this.conditions = [.. hyperparameters.Select(child => conditions
            .Where(condition => condition.Hyperparameter == child.Name)
            .Select(condition => (IndexOf(condition.Parent), ActiveLevels(condition)))
            .ToArray())];
        foreach (Condition condition in conditions)
            _ = IndexOf(condition.Hyperparameter);
        while (order.Count < hyperparameters.Length)
        {
            int next = Enumerable.Range(0, hyperparameters.Length).FirstOrDefault(h => !order.Contains(h) && this.conditions[h].All(condition => order.Contains(condition.Parent)), -1);
            if (next < 0)
                throw new ArgumentException($"The conditions of {string.Join(", ", hyperparameters.Where((_, h) => !order.Contains(h)).Select(h => $"'{h.Name}'"))} lead in a circle; no hyperparameter may decide, by way of others, about itself.", nameof(conditions));
            order.Add(next);
        }
    }

    /// <summary>The levels of every valid configuration, row by row.</summary>
    public int[] ToArray()
    {
        found.Clear();
        Choose(0, new int[hyperparameters.Length]);
        return [.. found];
    }

    private void Choose(int place, int[] levels)
    {
        if (place == order.Count)
        {
            if (found.Count > Array.MaxLength - levels.Length)
                throw new ArgumentException($"The space has more valid configurations of {levels.Length} hyperparameters than can be listed, {Array.MaxLength / levels.Length}; use fewer levels.");
            found.AddRange(levels);
            return;
        }

        int h = order[place];
        int inactive = hyperparameters[h].InactiveLevel;
        bool isActive = conditions[h].All(condition => condition.IsActive[levels[condition.Parent]]);
        for (int level = 0; level < hyperparameters[h].LevelCount; level++)
        {
            if (conditions[h].Length > 0 && isActive == (level == inactive))
                continue;
            levels[h] = level;
            Choose(place + 1, levels);
        }
    }

    private int IndexOf(string name)
    {
        int index = Array.FindIndex(hyperparameters, h => h.Name == name);
        return index >= 0 ? index : throw new ArgumentException($"A condition names '{name}', but there is no such hyperparameter; there are {string.Join(", ", hyperparameters.Select(h => h.Name))}.", nameof(name));
    }

    private bool[] ActiveLevels(Condition condition)
    {
        Hyperparameter parent = hyperparameters[IndexOf(condition.Parent)];
        var isActive = new bool[parent.LevelCount];
        foreach (string value in condition.Values)
        {
            int level = parent.IndexOf(value);
            if (level < 0 || level == parent.InactiveLevel)
                throw new ArgumentException($"'{condition.Hyperparameter}' is to be active where '{parent.Name}' is '{value}', which is not among its values {string.Join(", ", parent.Labels.ToArray())}.", nameof(condition));
            isActive[level] = true;
        }

        return isActive;
    }
}
