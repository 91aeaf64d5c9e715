namespace Kiln.Contracts.Data;

public enum Severity
{
    /// <summary>What breaks a rule fails the build.</summary>
    Error,

    /// <summary>It is said, and the build goes on.</summary>
    Warning,
}
