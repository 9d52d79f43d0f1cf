namespace HyperLandscape.Imports;

/// <summary>What a column of a table was taken for.</summary>
public enum ColumnUse
{
    /// <summary>A hyperparameter.</summary>
    Hyperparameter,

    /// <summary>A fitness; its landscapes are in the set.</summary>
    Measure,

    /// <summary>At what fidelity the run of a row was; each has landscapes of its own.</summary>
    Fidelity,

    /// <summary>A score of one fold, which tells the standard error of a measure.</summary>
    Fold,

    /// <summary>How the run of a row ended.</summary>
    State,

    /// <summary>Nothing.</summary>
    Skipped,
}
