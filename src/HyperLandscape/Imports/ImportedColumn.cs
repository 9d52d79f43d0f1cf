namespace HyperLandscape.Imports;

/// <summary>A column of a table and what became of it.</summary>
/// <param name="Name">The name in the header; empty if it has none.</param>
/// <param name="Use">What it was taken for.</param>
/// <param name="Detail">The hyperparameter with its levels, the labels and objective of the measure, or why it was skipped.</param>
public sealed record ImportedColumn(string Name, ColumnUse Use, string Detail);
