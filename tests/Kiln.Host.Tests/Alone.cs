namespace Kiln.Host.Tests;

/// <summary>Tests that measure the whole process: what others allocate meanwhile would count as theirs.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
