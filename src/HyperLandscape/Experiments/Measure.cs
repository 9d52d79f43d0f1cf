namespace HyperLandscape.Experiments;

/// <summary>One of the numbers that a run yields, such as the error on test data. Each measure becomes a landscape of its own.</summary>
/// <param name="Name">The label of its landscapes, such as <c>test_err</c>.</param>
/// <param name="Objective">Which of its values are better.</param>
public sealed record Measure(string Name, Objective Objective = Objective.Minimize)
{
    /// <summary>The name, which is its label.</summary>
    public override string ToString() => Name;
}
