namespace HyperLandscape.Imports;

/// <summary>What a column of a table is to be taken for.</summary>
/// <param name="Use">The use.</param>
/// <param name="Name">The name of the hyperparameter, the labels of the measure or of that whose fold it is, separated by spaces, what the states or fidelities mean, or why it is skipped.</param>
/// <param name="Objective">Which values of the measure are better.</param>
/// <param name="Fold">Which of the folds of the measure it is.</param>
internal sealed record ColumnRole(ColumnUse Use, string Name, Objective Objective = Objective.Minimize, string Fold = "")
{
    public static ColumnRole Skipped(string reason) => new(ColumnUse.Skipped, reason);

    public static ColumnRole RowNumbers { get; } = Skipped("row numbers");
}
