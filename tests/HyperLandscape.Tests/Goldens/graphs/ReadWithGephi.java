// Reads a GraphML or DOT file with Gephi's own importer and prints what that found as JSON, all values as texts. Whatever the
// importer complains of is an error.
//     java -cp <Gephi's classes> ReadWithGephi.java FILE
import java.io.FileInputStream;
import java.util.ArrayList;
import java.util.List;
import org.gephi.io.importer.api.ColumnDraft;
import org.gephi.io.importer.api.ContainerUnloader;
import org.gephi.io.importer.api.EdgeDraft;
import org.gephi.io.importer.api.ElementDraft;
import org.gephi.io.importer.api.ImportUtils;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.importer.api.NodeDraft;
import org.gephi.io.importer.api.Report;
import org.gephi.io.importer.impl.ImportContainerImpl;
import org.gephi.io.importer.plugin.file.ImporterDOT;
import org.gephi.io.importer.plugin.file.ImporterGraphML;
import org.gephi.io.importer.spi.FileImporter;

public class ReadWithGephi {
    public static void main(String[] files) throws Exception {
        FileImporter importer = files[0].endsWith(".dot") ? new ImporterDOT() : new ImporterGraphML();
        ImportContainerImpl container = new ImportContainerImpl();
        Report report = new Report();
        container.setReport(report);
        importer.setReader(ImportUtils.getTextReader(new FileInputStream(files[0])));
        importer.execute(container.getLoader());
        report.append(importer.getReport());
        container.verify();
        container.closeLoader();
        for (Issue issue : report.getIssuesList(Integer.MAX_VALUE))
            throw new Exception(issue.getLevel() + ": " + issue.getMessage());

        ContainerUnloader found = container.getUnloader();
        List<String> nodes = new ArrayList<>(), edges = new ArrayList<>();
        for (NodeDraft node : found.getNodes())
            nodes.add("{\"id\": " + text(node.getId()) + ", \"label\": " + text(node.getLabel()) + values(node) + "}");
        for (EdgeDraft edge : found.getEdges())
            edges.add("{\"source\": " + text(edge.getSource().getId()) + ", \"target\": " + text(edge.getTarget().getId()) + ", \"weight\": " + text(edge.getWeight()) + values(edge) + "}");
        System.out.println("{\"edgedefault\": " + text(found.getEdgeDefault()) + ", \"nodes\": " + nodes + ", \"edges\": " + edges + "}");
    }

    private static String values(ElementDraft element) {
        StringBuilder values = new StringBuilder();
        for (ColumnDraft column : element.getColumns())
            values.append(", ").append(text(column.getTitle() == null ? column.getId() : column.getTitle())).append(": ").append(text(element.getValue(column.getId())));
        return values.toString();
    }

    private static String text(Object value) {
        StringBuilder text = new StringBuilder("\"");
        String.valueOf(value).chars().forEach(c -> text.append(c < ' ' || c > '~' || c == '"' || c == '\\' ? String.format("\\u%04x", c) : (char) c));
        return text.append('"').toString();
    }
}
