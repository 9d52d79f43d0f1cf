using System.Text.Json;

namespace HyperLandscape.Experiments;

/// <summary>The file that keeps the finished runs of an experiment, locked while it is open.</summary>
internal sealed class Journal : IDisposable
{
    private readonly FileStream stream;
    private readonly string path;
    private IOException? broken; // after half a line no other may follow

    /// <summary>A journal that is open, at its end.</summary>
    internal Journal(FileStream stream, string path, IReadOnlyList<FinishedRun> runs)
    {
        this.stream = stream;
        this.path = path;
        Runs = runs;
    }

    /// <summary>The finished runs when it was opened.</summary>
    public IReadOnlyList<FinishedRun> Runs { get; }

    /// <summary>Opens the journal of an experiment, or makes one, and cuts off a last line that was torn.</summary>
    /// <exception cref="InvalidDataException">The file is another experiment's journal or none, or is damaged before its last line.</exception>
    /// <exception cref="IOException">The file is in use or cannot be opened or written.</exception>
    public static Journal Open(string path, Experiment experiment)
    {
        FileStream stream = OpenLocked(path);
        try
        {
            byte[] header = JournalFormat.Header(experiment);
            byte[] bytes = ReadAll(stream, path);
            if (bytes.Length < header.Length && header.AsSpan().StartsWith(bytes)) // new, or torn at its first line
            {
                stream.SetLength(0);
                var journal = new Journal(stream, path, []);
                journal.Append(header);
                return journal;
            }

            JournalContents contents = Parse(bytes, path, experiment);
            stream.SetLength(contents.Length);
            stream.Position = contents.Length;
            return new Journal(stream, path, contents.Runs);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>What a journal says.</summary>
    public static JournalContents Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        return Parse(ReadAll(stream, path), path, null);
    }

    /// <summary>Adds a finished run; it is on disk when this returns.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Append(FinishedRun run) => Append(JournalFormat.Line(run));

    public void Dispose() => stream.Dispose();

    private void Append(byte[] line)
    {
        if (broken is not null)
            throw broken;
        try
        {
            stream.Write(line);
            stream.Flush(flushToDisk: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException) // the last if a file may not be so large
        {
            broken = new IOException($"The journal {path} cannot be written: {error.Message.TrimEnd('.')}. All runs finished before are kept; make room and start again.", error);
            throw broken;
        }
    }

    private static FileStream OpenLocked(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The journal {path} cannot be opened for writing: {error.Message.TrimEnd('.')}. If another process uses it, wait for that or give another file; otherwise the folder must exist and be writable.", error);
        }
    }

    private static byte[] ReadAll(FileStream stream, string path)
    {
        if (stream.Length > Array.MaxLength)
            throw new InvalidDataException($"The journal {path} is larger than 2 GB; split the experiment.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static JournalContents Parse(byte[] bytes, string path, Experiment? asked)
    {
        Experiment? experiment = null;
        var runs = new List<FinishedRun>();
        var known = new Dictionary<Run, (int Index, int Line)>();
        int start = 0;
        for (int number = 1; start < bytes.Length; number++)
        {
            int length = bytes.AsSpan(start).IndexOf((byte)'\n');
            ReadOnlyMemory<byte> line = bytes.AsMemory(start, length < 0 ? bytes.Length - start : length);
            if (experiment is null)
            {
                experiment = Decode(line, JournalFormat.ToExperiment) ?? throw new InvalidDataException($"{path} is no journal of an experiment, or its first line is damaged; give another file.");
                if (asked is not null)
                    RequireSame(path, experiment, experiment = asked);
            }
            else if (length < 0)
            {
                break; // torn: the process or the machine ended while it was written
            }
            else if (Decode(line, element => JournalFormat.ToRun(element, experiment)) is { } run)
            {
                if (known.TryAdd(run.Run, (runs.Count, number)))
                    runs.Add(run);
                else if (runs[known[run.Run].Index].IsFailed)
                    runs[known[run.Run].Index] = run;
                else
                    throw new InvalidDataException($"The journal {path} has the run {run.Run} twice, in line {known[run.Run].Line} and line {number}; delete one of the lines.");
            }
            else
            {
                throw new InvalidDataException($"The journal {path} is damaged in line {number}; delete the line, and its run is done again.");
            }

            start += line.Length + 1;
        }

        return experiment is null
            ? throw new InvalidDataException($"{path} is empty; it is no journal of an experiment yet.")
            : new JournalContents(experiment, runs, start);
    }

    private static T? Decode<T>(ReadOnlyMemory<byte> line, Func<JsonElement, T> decode)
        where T : class
    {
        using JsonDocument? document = JournalLine.Read(line);
        try
        {
            return document is null ? null : decode(document.RootElement);
        }
        catch (Exception error) when (error is InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static void RequireSame(string path, Experiment found, Experiment asked)
    {
        string? difference =
            found.Name != asked.Name ? $"its name is '{found.Name}', not '{asked.Name}'"
            : !found.Space.Equals(asked.Space) ? $"its search space is {Describe(found)}, not {Describe(asked)}"
            : !found.Fidelities.SequenceEqual(asked.Fidelities) ? $"its fidelities are {List(found.Fidelities.Select(one => $"{one.Name} ({one.Amount:R})"))}, not {List(asked.Fidelities.Select(one => $"{one.Name} ({one.Amount:R})"))}"
            : !found.Measures.SequenceEqual(asked.Measures) ? $"its measures are {List(found.Measures.Select(one => $"{one.Name} ({one.Objective})"))}, not {List(asked.Measures.Select(one => $"{one.Name} ({one.Objective})"))}"
            : null;
        if (difference is not null)
            throw new InvalidDataException($"The journal {path} is of another experiment: {difference}. Give another file.");
    }

    private static string Describe(Experiment experiment) => string.Join("; ", experiment.Space.Hyperparameters.ToArray().Select(hyperparameter => hyperparameter.ToString()));

    private static string List(IEnumerable<string> items) => string.Join(", ", items);
}
