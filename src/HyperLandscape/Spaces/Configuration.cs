namespace HyperLandscape.Spaces;

/// <summary>One point of a <see cref="SearchSpace"/>: a level for every hyperparameter, stored as its cell.</summary>
public readonly struct Configuration : IEquatable<Configuration>
{
    internal Configuration(SearchSpace space, long cell)
    {
        if ((ulong)cell >= (ulong)space.CellCount)
            throw new ArgumentOutOfRangeException(nameof(cell), cell, $"The search space has the cells 0 to {space.CellCount - 1}.");
        Space = space;
        Cell = cell;
    }

    /// <summary>The space that the configuration belongs to.</summary>
    public SearchSpace Space { get; }

    /// <summary>The configuration as one integer, see <see cref="SearchSpace"/>.</summary>
    public long Cell { get; }

    /// <summary>The number of a hyperparameter's level: its real value where numeric, 0 or 1 if boolean, the level's index otherwise.</summary>
    /// <exception cref="ArgumentException">There is no hyperparameter of that name.</exception>
    public double this[string name] => Space.Hyperparameters[Index(name)].Values[Level(name)];

    /// <summary>The index of a hyperparameter's level.</summary>
    /// <exception cref="ArgumentException">There is no hyperparameter of that name.</exception>
    public int Level(string name) => Space.Level(Cell, Index(name));

    /// <summary>The label of a hyperparameter's level.</summary>
    /// <exception cref="ArgumentException">There is no hyperparameter of that name.</exception>
    public string Label(string name) => Space.Hyperparameters[Index(name)].Labels[Level(name)];

    /// <summary>The labels of all levels, in the order of the hyperparameters.</summary>
    internal string[] Labels()
    {
        var labels = new string[Space.Dimension];
        for (int h = 0; h < labels.Length; h++)
            labels[h] = Space.Hyperparameters[h].Labels[Space.Level(Cell, h)];
        return labels;
    }

    /// <summary>Two configurations are equal if their spaces and cells are.</summary>
    public static bool operator ==(Configuration left, Configuration right) => left.Equals(right);

    /// <summary>Two configurations differ if their spaces or cells do.</summary>
    public static bool operator !=(Configuration left, Configuration right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Configuration other) => Cell == other.Cell && Equals(Space, other.Space);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Configuration other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Cell.GetHashCode();

    /// <summary>For example <c>learning_rate=0.1, optimizer=adam</c>.</summary>
    public override string ToString()
    {
        if (Space is not { } space)
            return "";
        string[] labels = Labels();
        return string.Join(", ", labels.Select((label, h) => $"{space.Hyperparameters[h].Name}={label}"));
    }

    private int Index(string name)
    {
        int index = Space.IndexOf(name);
        return index >= 0 ? index : throw new ArgumentException($"There is no hyperparameter '{name}'; there are {string.Join(", ", Space.Hyperparameters.ToArray().Select(h => h.Name))}.", nameof(name));
    }
}
