namespace HyperLandscape.Spaces;

/// <summary>How the levels of a <see cref="Hyperparameter"/> relate to each other, which decides what one step is.</summary>
public enum HyperparameterKind
{
    /// <summary>Ordered levels: a step goes one level up or down. Discretized floats and integers are ordinal.</summary>
    Ordinal,

    /// <summary>Unordered values: a step goes to any other value.</summary>
    Categorical,

    /// <summary>False and true: a step flips the value.</summary>
    Boolean,
}
