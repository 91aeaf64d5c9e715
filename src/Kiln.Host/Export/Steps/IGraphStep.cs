using Kiln.Host.Export.Graphs;

namespace Kiln.Host.Export.Steps;

/// <summary>A step that is a graph already.</summary>
interface IGraphStep
{
    /// <summary>From the source columns, by their names, to the output; a new one each time, for who changes it.</summary>
    Graph ToGraph();

    /// <summary>How much the output changes with the scores that the step reads, at most.</summary>
    double Slope => 1;

    /// <summary>Whether the output is a distance from each of some centres, of which the least decides.</summary>
    bool GivesDistances => false;
}
