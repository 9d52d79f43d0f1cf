namespace HyperLandscape.Metrics;

/// <summary>How many squares are looked at: all of them if they are within the budget, otherwise as many, drawn uniformly without replacement.</summary>
public sealed record SquareSample
{
    private readonly int budget = 10_000;

    /// <summary>How many squares are examined at most, at least 1; <see cref="int.MaxValue"/> for all, whatever it takes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The budget is less than 1.</exception>
    public int Budget
    {
        get => budget;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            budget = value;
        }
    }

    /// <summary>Seed of the choice of squares beyond the budget.</summary>
    public int Seed { get; init; }

    /// <summary>For example <c>up to 10000 squares</c>.</summary>
    public override string ToString() => budget == int.MaxValue ? "all squares" : $"up to {budget} squares";
}
