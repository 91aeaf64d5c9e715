using Kiln.Host.Export.Graphs;

namespace Kiln.Host.Export.Steps;

/// <summary>A step that is a graph already.</summary>
interface IGraphStep
{
    /// <summary>From the source columns, by their names, to the output; a new one each time, for who changes it.</summary>
    Graph ToGraph();

    /// <summary>How much the output changes with the scores that the step reads, at most.</summary>
    double Slope => 1;
}
