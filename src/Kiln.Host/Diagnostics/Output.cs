using System.Text;

namespace Kiln.Host.Diagnostics;

/// <summary>What the host says to the build, line by line.</summary>
sealed class Output(TextWriter writer)
{
    readonly List<Diagnostic> _errors = [];

    public bool HasErrors => _errors.Count > 0;

    public IReadOnlyList<Diagnostic> Errors => _errors;

    /// <summary>Standard output as UTF-8 without a byte order mark, whatever the console's code page.</summary>
    public static Output Standard() => new(new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true });

    public void Report(Diagnostic diagnostic)
    {
        if (!diagnostic.IsWarning)
            _errors.Add(diagnostic);
        writer.WriteLine(diagnostic);
    }

    /// <summary>Reports what ends one piece of work, and goes on to the next.</summary>
    public void Try(Action work)
    {
        try
        {
            work();
        }
        catch (BuildException e)
        {
            foreach (var diagnostic in e.Diagnostics)
                Report(diagnostic);
        }
    }

    /// <summary>Shown at normal verbosity.</summary>
    public void Say(string line) => writer.WriteLine(line);

    /// <summary>
    /// Shown at the end and by every logger, the terminal's too, which shows no message: what nobody may miss, and the answers to what was asked for by hand.
    /// A line that is indented goes on with the one before.
    /// </summary>
    public void Show(string line) => writer.WriteLine("show: " + line);

    /// <summary>Shown at detailed verbosity and kept in binary logs: why each decision was taken.</summary>
    public void Explain(string line) => writer.WriteLine("verbose: " + line);
}
