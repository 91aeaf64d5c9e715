namespace Kiln.Host.Data.Violations;

/// <summary>A value that breaks a rule.</summary>
/// <param name="Row">Over all files, from 0.</param>
/// <param name="Value">As the file has it.</param>
readonly record struct Violation(int Row, string Value);
