namespace HyperLandscape.Tests;

/// <summary>Reference data that may not be copied into the repository. Where the folder is absent its tests have no rows.</summary>
internal static class SharedData
{
    /// <summary>A folder or file of the shared data, by its path; null if it is not there.</summary>
    public static string? Find(params string[] path)
    {
        string root = Environment.GetEnvironmentVariable("HYPERLANDSCAPE_SHARED") ?? Path.Combine(Repository.Root, "..", "shared");
        string found = Path.Combine([root, .. path]);
        return Path.Exists(found) ? found : null;
    }
}
