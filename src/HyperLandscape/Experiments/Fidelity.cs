namespace HyperLandscape.Experiments;

/// <summary>At what cost a configuration is evaluated: a share of the training data, a number of epochs, boosting rounds or folds.</summary>
/// <param name="Name">The label of its landscapes, such as <c>10 rounds</c>.</param>
/// <param name="Amount">The number that the objective makes use of, such as 10.</param>
public sealed record Fidelity(string Name, double Amount)
{
    /// <summary>The name, which is its label.</summary>
    public override string ToString() => Name;
}
