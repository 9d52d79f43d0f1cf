using System.Globalization;

namespace HyperLandscape.Spaces;

/// <summary>
/// One axis of a <see cref="SearchSpace"/>: a name, a kind, and its levels in order. Immutable, compared by value.
/// </summary>
/// <remarks>
/// A level is known by its index, 0 to <see cref="LevelCount"/> - 1, by its label, and by a number: the real value
/// of an ordinal hyperparameter with numeric levels, 0 and 1 of a boolean one, the index otherwise.
/// </remarks>
public sealed class Hyperparameter : IEquatable<Hyperparameter>
{
    private const int MostShown = 20;

    private readonly string[] labels;
    private readonly double[] values;

    private Hyperparameter(string name, HyperparameterKind kind, string[] labels, double[] values, int inactiveLevel = -1)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (labels.Length == 0)
            throw new ArgumentException($"Hyperparameter '{name}' has no levels; give it at least one.");

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string label in labels)
        {
            if (label is null)
                throw new ArgumentException($"Hyperparameter '{name}' has a level that is null; name every level.");
            if (!seen.Add(label))
                throw new ArgumentException($"Hyperparameter '{name}' has the level '{label}' twice; remove one of them.");
        }

        Name = name;
        Kind = kind;
        this.labels = labels;
        this.values = values;
        InactiveLevel = inactiveLevel;
    }

    /// <summary>The name, as in the column header.</summary>
    public string Name { get; }

    /// <summary>How the levels relate to each other.</summary>
    public HyperparameterKind Kind { get; }

    /// <summary>Number of levels, at least 1.</summary>
    public int LevelCount => labels.Length;

    /// <summary>The labels of the levels, by index.</summary>
    public ReadOnlySpan<string> Labels => labels;

    /// <summary>The numbers of the levels, by index.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>The index of the level that stands for not being active, the last one; -1 if it is always active.</summary>
    public int InactiveLevel { get; }

    /// <summary>Whether it is ordinal and its labels are its numbers, the inactive level aside.</summary>
    internal bool IsNumeric
    {
        get
        {
            if (Kind != HyperparameterKind.Ordinal)
                return false;
            for (int level = 0; level < labels.Length; level++)
            {
                if (level != InactiveLevel && labels[level] != Format(values[level]))
                    return false;
            }

            return true;
        }
    }

    /// <summary>A hyperparameter whose levels are numbers.</summary>
    /// <param name="name">The name, not empty.</param>
    /// <param name="levels">The levels, finite and strictly ascending or strictly descending; neighbours in this order are one step apart.</param>
    /// <exception cref="ArgumentException">The name is empty, or the levels are none, not finite or not in order.</exception>
    public static Hyperparameter Ordinal(string name, params ReadOnlySpan<double> levels)
    {
        for (int i = 0; i < levels.Length; i++)
        {
            if (!double.IsFinite(levels[i]))
                throw new ArgumentException($"Hyperparameter '{name}' has the level {levels[i]}; levels must be finite numbers.", nameof(levels));
            if (i > 0 && (levels[i] == levels[i - 1] || levels[i] > levels[i - 1] != levels[1] > levels[0]))
                throw new ArgumentException($"Hyperparameter '{name}' has the level {Format(levels[i])} after {Format(levels[i - 1])}; give the levels in ascending (or descending) order, each once.", nameof(levels));
        }

        var labels = new string[levels.Length];
        for (int i = 0; i < levels.Length; i++)
            labels[i] = Format(levels[i]);
        return new Hyperparameter(name, HyperparameterKind.Ordinal, labels, levels.ToArray());
    }

    /// <summary>A hyperparameter whose levels are ordered labels, such as "low", "medium", "high".</summary>
    /// <param name="name">The name, not empty.</param>
    /// <param name="levels">The labels, all different; neighbours in this order are one step apart.</param>
    /// <exception cref="ArgumentException">The name is empty, or the levels are none or not all different.</exception>
    public static Hyperparameter Ordinal(string name, params ReadOnlySpan<string> levels) =>
        new(name, HyperparameterKind.Ordinal, levels.ToArray(), Indices(levels.Length));

    /// <summary>A hyperparameter whose values have no order.</summary>
    /// <param name="name">The name, not empty.</param>
    /// <param name="values">The values, all different; every two are one step apart.</param>
    /// <exception cref="ArgumentException">The name is empty, or the values are none or not all different.</exception>
    public static Hyperparameter Categorical(string name, params ReadOnlySpan<string> values) =>
        new(name, HyperparameterKind.Categorical, values.ToArray(), Indices(values.Length));

    /// <summary>A hyperparameter that is false (level 0) or true (level 1).</summary>
    /// <param name="name">The name, not empty.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static Hyperparameter Boolean(string name) =>
        new(name, HyperparameterKind.Boolean, ["false", "true"], [0, 1]);

    /// <summary>
    /// The same hyperparameter with one level more, the last: that of configurations in which it is not active. It is no
    /// step away from any other level of its own, and its number is NaN.
    /// </summary>
    /// <param name="label">The label of that level.</param>
    /// <exception cref="ArgumentException">There is a level of that label.</exception>
    /// <exception cref="InvalidOperationException">There is such a level already.</exception>
    public Hyperparameter WithInactive(string label = "inactive") => InactiveLevel < 0
        ? new(Name, Kind, [.. labels, label], [.. values, double.NaN], labels.Length)
        : throw new InvalidOperationException($"Hyperparameter '{Name}' has the inactive level '{labels[InactiveLevel]}' already.");

    /// <summary>The index of a level by its label, or -1.</summary>
    public int IndexOf(string label) => Array.IndexOf(labels, label);

    /// <inheritdoc/>
    public bool Equals(Hyperparameter? other) =>
        other is not null && (ReferenceEquals(this, other) ||
        (Name == other.Name && Kind == other.Kind && InactiveLevel == other.InactiveLevel && labels.AsSpan().SequenceEqual(other.labels) && values.AsSpan().SequenceEqual(other.values)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Hyperparameter);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Kind, labels.Length);

    /// <summary>For example <c>optimizer (categorical): sgd, adam</c>; of more than 20 levels the first three, the last and their number.</summary>
    public override string ToString()
    {
        string levels = labels.Length <= MostShown
            ? string.Join(", ", labels)
            : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", labels[..3])}, ..., {labels[^1]} ({labels.Length:N0} levels)");
        return $"{Name} ({Enum.GetName(Kind)!.ToLowerInvariant()}): {levels}";
    }

    internal static string Format(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static double[] Indices(int count)
    {
        var indices = new double[count];
        for (int i = 0; i < count; i++)
            indices[i] = i;
        return indices;
    }
}
