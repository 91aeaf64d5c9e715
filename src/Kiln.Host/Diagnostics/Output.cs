using System.Text;

namespace Kiln.Host.Diagnostics;

/// <summary>What the host says to the build, line by line.</summary>
sealed class Output(TextWriter writer)
{
    readonly List<Diagnostic> _told = [];

    public bool HasErrors => _told.Exists(diagnostic => diagnostic.IsError);

    public IEnumerable<Diagnostic> Errors => _told.Where(diagnostic => diagnostic.IsError);

    /// <summary>Errors, warnings, and what is only worth knowing, in the order in which they were told.</summary>
    public IReadOnlyList<Diagnostic> Told => _told;

    /// <summary>Standard output as UTF-8 without a byte order mark, whatever the console's code page.</summary>
    public static Output Standard() => new(new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true });

    /// <summary>An error or a warning is a line that the build counts; what is only worth knowing has its line in the model's report.</summary>
    public void Report(Diagnostic diagnostic)
    {
        _told.Add(diagnostic);
        if (!diagnostic.IsInformation)
            writer.WriteLine(diagnostic);
    }

    /// <summary>Of what was said by an earlier run, and still holds: it is among what was told, and no line.</summary>
    public void Recall(Diagnostic warning) => _told.Add(warning);

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
