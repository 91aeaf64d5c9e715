using System.Text;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Pipelines;

/// <summary>
/// Takes what the project's code prints while it runs here: told to the build as an explanation, where a line that looks like an error is
/// none.
/// </summary>
sealed class ProjectOutput : TextWriter
{
    readonly Output _output;
    readonly TextWriter _before = Console.Out;
    readonly StringBuilder _line = new();

    ProjectOutput(Output output) => _output = output;

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>Takes it until disposed.</summary>
    public static ProjectOutput Take(Output output)
    {
        var taken = new ProjectOutput(output);
        Console.SetOut(taken);
        return taken;
    }

    public override void Write(char value)
    {
        lock (_line)
        {
            if (value == '\n')
                EndLine();
            else if (value != '\r')
                _line.Append(value);
        }
    }

    protected override void Dispose(bool disposing)
    {
        Console.SetOut(_before);
        lock (_line)
        {
            if (_line.Length > 0)
                EndLine();
        }
        base.Dispose(disposing);
    }

    void EndLine()
    {
        _output.Explain("pipeline: " + _line);
        _line.Clear();
    }
}
