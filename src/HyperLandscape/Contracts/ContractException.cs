namespace HyperLandscape.Contracts;

/// <summary>An implementation of yours breaks the contract of its interface; the message says in which ways, one per line, and what to do.</summary>
public sealed class ContractException : Exception
{
    /// <summary>An exception without a message.</summary>
    public ContractException()
    {
    }

    /// <summary>An exception with a message.</summary>
    public ContractException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    public ContractException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
