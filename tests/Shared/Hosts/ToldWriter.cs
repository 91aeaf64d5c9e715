namespace Kiln.Testing;

/// <summary>Keeps what is written, and tells each line at once.</summary>
sealed class ToldWriter(Action<string> told) : StringWriter
{
    public override void WriteLine(string? value)
    {
        base.WriteLine(value);
        told(value ?? "");
    }

    public override void WriteLine(object? value) => WriteLine(value?.ToString());
}
