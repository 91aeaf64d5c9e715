namespace Kiln.Host.Diagnostics;

/// <summary>Ends the work with errors the user can act on.</summary>
class BuildException(IReadOnlyList<Diagnostic> diagnostics)
    : Exception(string.Join(Environment.NewLine, diagnostics))
{
    public BuildException(Diagnostic diagnostic)
        : this([diagnostic])
    {
    }

    public BuildException(string file, int line, int column, string id, string message)
        : this([new Diagnostic(file, line, column, id, message)])
    {
    }

    public IReadOnlyList<Diagnostic> Diagnostics { get; } = diagnostics;
}
