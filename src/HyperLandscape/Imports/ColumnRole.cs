using HyperLandscape.Spaces;

namespace HyperLandscape.Imports;

/// <summary>What a column of a table is to be taken for.</summary>
/// <param name="Use">The use.</param>
/// <param name="Name">The name of the hyperparameter, the labels of the measure or of that whose fold it is, separated by spaces, what the states or fidelities mean, or why it is skipped.</param>
/// <param name="Objective">Which values of the measure are better.</param>
/// <param name="Fold">Which of the folds of the measure it is.</param>
internal sealed record ColumnRole(ColumnUse Use, string Name, Objective Objective = Objective.Minimize, string Fold = "")
{
    private const int MostShown = 100;

    public static ColumnRole Skipped(string reason) => new(ColumnUse.Skipped, reason);

    public static ColumnRole RowNumbers { get; } = Skipped("row numbers");

    /// <summary>What became of the column.</summary>
    /// <param name="column">Its name.</param>
    /// <param name="space">The search space that was made.</param>
    /// <param name="hasNoneLast">Whether it is of numbers and None.</param>
    /// <param name="hasLandscape">Whether the measure has a finite value.</param>
    public ImportedColumn ToColumn(string column, SearchSpace space, bool hasNoneLast, bool hasLandscape)
    {
        int h = Use == ColumnUse.Hyperparameter ? space.IndexOf(Name) : -1;
        return Use switch
        {
            ColumnUse.Hyperparameter when h < 0 => new(column, ColumnUse.Skipped, "ignored by the options"),
            ColumnUse.Hyperparameter => new(column, Use, $"{Describe(space.Hyperparameters[h])}{(hasNoneLast ? " (None placed above the largest number)" : "")}"),
            ColumnUse.Measure when !hasLandscape => new(column, ColumnUse.Skipped, "no finite value"),
            ColumnUse.Measure => new(column, Use, $"{Name}, {(Objective == Objective.Minimize ? "minimized" : "maximized")}"),
            ColumnUse.Fold => new(column, Use, $"standard error of {Name}"),
            _ => new(column, Use, Name),
        };
    }

    private static string Describe(Hyperparameter hyperparameter) => hyperparameter.LevelCount <= MostShown
        ? $"{hyperparameter}"
        : $"{hyperparameter.Name}: {hyperparameter.LevelCount} values from {hyperparameter.Labels[0]} to {hyperparameter.Labels[hyperparameter.LevelCount - (hyperparameter.InactiveLevel < 0 ? 1 : 2)]}";
}
