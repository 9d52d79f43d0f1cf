namespace HyperLandscape.Tests.Storage;

/// <summary>An empty folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("hyperlandscape").FullName;

    public string this[string name] => Path.Combine(path, name);

    public IEnumerable<string?> Names => Directory.EnumerateFileSystemEntries(path).Select(Path.GetFileName).Order();

    public void Dispose() => Directory.Delete(path, recursive: true);
}
