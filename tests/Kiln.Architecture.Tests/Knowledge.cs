namespace Kiln.Architecture.Tests;

/// <summary>One namespace naming something of another.</summary>
readonly record struct Knowledge(string From, string To, string File, string Name);
